import Foundation
import Testing

/// A small part of what `Tests/Durability/deep.sh` tries, at every change: the power goes, the program is killed, a call fails.
@Suite(.serialized) struct DurabilityScriptTests {
  @Test func `cutting the power finds out a database that is written without care`() throws {
    let found = try Self.run("powercut.py", "--break", "--states", "100")

    #expect(found.exit == 0, "\(found.text)\(found.errorText)")
    #expect(found.text.contains("wal with synchronous=full: 0 of 100 cuts lose or damage"))
  }

  @Test func `what was told to be kept is there after a power cut, and nothing is half there`() throws {
    let cut = try Self.run("powercut.py", try Program.url.get().path, "--states", "180", "--every", "20")

    #expect(cut.exit == 0, "\(cut.text)\(cut.errorText)")
    let lines = cut.text.split(separator: "\n")
    #expect(lines.count == 9 && lines.allSatisfy { $0.contains("20 cuts") && $0.hasSuffix("0 wrong") }, "\(cut.text)")
  }

  @Test func `what was told to be kept is there after the program was killed`() throws {
    // How soon the next command answers is measured on a quiet machine, by the deep part.
    let killed = try Self.run(
      "kill.py", try Program.url.get().path, "--kills", "16", "--served", "4", "--every", "8", "--within", "60")

    #expect(killed.exit == 0, "\(killed.text)\(killed.errorText)")
    #expect(killed.text.contains("commands: 16 kills") && killed.text.contains("servers: 4 kills"))
  }

  @Test func `a call that fails is told in a sentence, and changes nothing`() throws {
    let failed = try Self.run(
      "faults.py", try Program.url.get().path, "--step", "97", "--other-step", "31", "--only", "setup", "--only", "set")

    #expect(failed.exit == 0, "\(failed.text)\(failed.errorText)")
    #expect(failed.text.split(separator: "\n").count == 2)
  }

  @Test func `a disk on which nothing can be written is told for what it is`() throws {
    let failed = try Self.run("faults.py", try Program.url.get().path, "--lasting", "--step", "1000", "--only", "setup")

    #expect(failed.exit == 0, "\(failed.text)\(failed.errorText)")
    #expect(failed.text.contains("0 wrong"))
  }

  @Test func `a program that runs out of memory leaves the database as it was, or as it is when all is done`() throws {
    let starved = try Self.run("memory.py", try Program.url.get().path, "--runs", "12", "--only", "set", "--only", "undo")

    #expect(starved.exit == 0, "\(starved.text)\(starved.errorText)")
    let lines = starved.text.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("12 runs") && !$0.contains("12 done") })
  }

  /// Runs one of the programs of the folder, in a folder of its own.
  private static func run(_ script: String, _ words: String...) throws -> Outcome {
    let desk = try Desk()
    let folder = Samples.folder.deletingLastPathComponent().appendingPathComponent("Tests/Durability")
    // -B: nothing of Python is left behind in the repository.
    return try desk.startTool(["python3", "-B", folder.appendingPathComponent(script).path] + words).wait()
  }
}
