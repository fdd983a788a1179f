import Foundation
import Testing

/// That `Tests/Mutation/score.py` still finds what it turns round; the score itself takes an hour.
@Suite struct MutationScriptTests {
  @Test func `each rule that is turned round has its mutants, and each that cannot be told from the original is still one`()
    throws
  {
    let desk = try Desk()
    let script = Samples.folder.deletingLastPathComponent().appendingPathComponent("Tests/Mutation/score.py").path
    // -B: nothing of Python is left behind in the repository.
    let listed = try desk.startTool(["python3", "-B", script, "--list"]).wait()

    #expect(listed.exit == 0, "\(listed.errorText)")
    for file in ["Basics/MasteryScale", "Fold/MatrixCell", "Import/ImportTally", "Journeys/Access", "Privacy/RetentionJourney"] {
      #expect(listed.text.contains("\(file).swift:"), "\(file)")
    }
    #expect(listed.text.contains("[.protect → nothing]") && listed.text.contains("[&& → ||]"))
  }
}
