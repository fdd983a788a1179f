import Foundation
import Testing

@Suite struct HostileFilesTests {
  @Test(arguments: HostileFile.noForms + HostileFile.traps)
  func `a hostile file is refused in one sentence, and nothing of it is kept`(file: HostileFile) throws {
    let desk = try Desk(.company)
    try desk.write(file.name, file.bytes)
    let dump = try desk.dump()

    let run = try desk.measured("vakmatrix import \(file.name)")

    expectRefusal(run, of: file.name, line: file.line, file.cause)
    #expect(try desk.dump() == dump)
    #expect(try desk.inbox().isEmpty)
  }

  @Test func `a hostile file among good ones is named, and with keep-going only the good ones are kept`() throws {
    let desk = try Desk(.company)
    for file in HostileFile.noForms + HostileFile.traps { try desk.write("forms/" + file.name, file.bytes) }
    try desk.write("forms/goed.xml", Part.message([Part.form(1)]))
    let dump = try desk.dump()

    let all = try desk.run("import forms --json", exit: 65)
    let named = Set(try all.errorDocument().problems.compactMap(\.file))
    #expect(named == Set((HostileFile.noForms + HostileFile.traps).map { "forms/" + $0.name }))
    #expect(try desk.dump() == dump)

    let kept = try desk.run("import forms --json --keep-going", exit: 65).document(ImportDocument.self)
    #expect((kept.messages, kept.forms) == (1, 1))
  }

  @Test func `an include that nobody follows harms nobody`() throws {
    let desk = try Desk(.company)
    let include = #"<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>"#
    try desk.write("form.xml", Part.message([Part.form(1)], tail: "<toevoegingen>\(include)</toevoegingen>"))

    try desk.run("import form.xml")

    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
  }
}

/// One sentence with the file, the line, the cause, what to do and that nothing was kept; in the time and memory of a small file.
///
/// The limits are generous: the tests run the program as it is debugged, beside others. They are here to see what hangs or grows.
func expectRefusal(
  _ run: Measured, of file: String, line: Int?, _ cause: String, _ location: SourceLocation = #_sourceLocation
) {
  let said = run.outcome.errorText
  func expect(_ holds: Bool) { #expect(holds, "\(run.outcome.exit) \(said)", sourceLocation: location) }
  expect(run.outcome.exit == 65)
  expect(run.outcome.bytes.isEmpty)
  expect(run.outcome.errorLines.count == 1)
  expect(said.hasPrefix("Fout: " + file))
  expect(line == nil ? !said.contains("regel ") : said.hasPrefix("Fout: \(file), regel \(line ?? 0)"))
  expect(said.contains(cause))
  expect(["Vraag de school om ", "Kies het bestand dat ", "Controleer of "].contains { said.contains($0) })
  expect(said.hasSuffix("Er is niets opgeslagen.\n"))
  #expect(run.seconds < 10, sourceLocation: location)
  #expect(run.peakMiB < 200, sourceLocation: location)
}
