import Foundation
import Testing

@Suite struct CutFormTests {
  @Test(arguments: ["2025-10-03-lisa-tig-rvs-met-examinator.xml", "2026-10-09-andere-opmaak.xml"])
  func `a form that is cut anywhere is refused in one sentence, and whole it is imported`(file: String) throws {
    let desk = try Desk(.company)
    let whole = try Data(contentsOf: Samples.folder.appendingPathComponent("Forms/" + file))
    let end = try #require(whole.range(of: Data("bericht>".utf8), options: .backwards)).upperBound
    let dump = try desk.dump()

    for length in Array(stride(from: 50, to: end, by: 50)) + [end - 1] {
      try desk.write("cut.xml", whole.prefix(length))
      let outcome = try desk.run("import cut.xml", exit: 65)
      Self.expectOneSentence(outcome, after: Self.lines(in: whole.prefix(length)), "cut after \(length) bytes")
    }
    #expect(try desk.dump() == dump)

    try desk.write("cut.xml", whole.prefix(end))
    try desk.run("import cut.xml")
    #expect(try desk.bookings().count == 2)
  }

  @Test func `an empty file is refused in one sentence`() throws {
    let desk = try Desk(.company)
    try desk.write("leeg.xml", "")

    let outcome = try desk.run("import leeg.xml", exit: 65)

    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorText.contains("leeg.xml: het bestand is leeg."))
  }

  /// File, line, what to do, and that nothing was kept.
  private static func expectOneSentence(_ outcome: Outcome, after lines: Int, _ comment: Comment) {
    let said = outcome.errorText
    #expect(outcome.bytes.isEmpty, comment)
    #expect(outcome.errorLines.count == 1, comment)
    #expect(said.hasPrefix("Fout: cut.xml: "), comment)
    #expect(said.contains("regel \(lines)."), comment)
    #expect(said.contains("Vraag de school om een nieuw bestand."), comment)
    #expect(said.hasSuffix("Er is niets opgeslagen.\n"), comment)
  }

  /// The line of the last thing that is there.
  private static func lines(in bytes: Data) -> Int {
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return text.components(separatedBy: "\n").count
  }
}
