import Foundation
import Testing

@Suite struct HostileTextTests {
  @Test func `there are five hundred hostile strings, of every class`() {
    let strings = HostileStrings.all
    #expect(strings.count == 500)
    #expect(HostileStrings.ofOneLine.count > 350)
    #expect(strings.contains { $0.unicodeScalars.contains("\u{202E}") })
    #expect(strings.contains { $0.unicodeScalars.contains("\u{85}") } && strings.contains { $0.unicodeScalars.contains("\r") })
    #expect(strings.map { Array($0.utf8) }.count { $0 == [0xC3, 0xA9] || $0 == [0x65, 0xCC, 0x81] } == 2)
  }

  @Test func `names, titles, codes and notes come back from JSON equal to the code point`() throws {
    let desk = try HostileCompany.desk()

    let trainees = try Self.list(desk.run("trainee list --all --json"), "trainees")
    expectSame(Self.texts(trainees.dropLast(1), "roepnaam"), HostileStrings.all, "roepnaam")
    expectSame(Self.texts(trainees.dropLast(1), "achternaam"), HostileStrings.all, "achternaam")
    let tasks = try Self.list(desk.run("task list --json"), "tasks")
    expectSame(Self.texts(tasks, "title").filter { !$0.utf8.elementsEqual("Hoeknaad".utf8) }, HostileStrings.all, "titel")
    let cells = try Self.list(desk.run("matrix show --json"), "cells").filter { $0["trainee"] as? String == "t-014" }
    let mastered = cells.filter { $0["level"] as? String == "beheerst" && $0["task"] as? String != "LAS-02" }
    expectSame(Self.texts(mastered, "task"), HostileCompany.ofOneLine, "code")
    let entries = try Self.list(desk.run("matrix history t-014 LAS-02 --by mo --json"), "entries")
    expectSame(Self.texts(entries, "note"), HostileStrings.all, "toelichting")
  }

  @Test func `the names of participants are kept to the code point`() throws {
    let desk = try HostileCompany.desk()
    let kept = try desk.tool("sqlite3", Desk.databaseName, "select hex(body) from written_text where kind = 'participant'")
    let expected = HostileStrings.ofOneLine.map { $0.utf8.map { String(UInt8($0), radix: 16, uppercase: true) } }
    let hex = expected.map { $0.map { $0.utf8.count == 1 ? "0" + $0 : $0 }.joined() }
    #expect(Set(hex).isSubset(of: Set(kept.text.split(separator: "\n").map(String.init))))
  }

  @Test func `names come back from the table, when the apostrophe before a formula is taken off`() throws {
    let desk = try HostileCompany.desk()
    let bytes = try desk.run("report hr --as-of 2026-11-20 --format csv").bytes
    let table = CSVRecords.read(String(decoding: bytes.dropFirst(3), as: UTF8.self).unicodeScalars)
    let names = table.dropFirst().filter { $0[4] == "Proef" }

    expectSame(names.map { CSVRecords.unguarded($0[1]) }, HostileStrings.all, "roepnaam")
    expectSame(names.map { CSVRecords.unguarded($0[3]) }, HostileStrings.all, "achternaam")
    let dangerous: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    for name in names {
      #expect(!dangerous.contains(name[1].unicodeScalars.first { $0.properties.generalCategory != .format } ?? " "), "\(name[1])")
    }
  }

  @Test(arguments: [
    "matrix show --team Taken", "matrix show --team Proef", "matrix history t-014 LAS-02 --by mo", "trainee show h-7",
    "trainee show h-41",
    "trainee list",
    "inbox list", "task list", "report trainee t-014 --format txt", "report trainee h-7 --format txt",
    "report team Proef --format txt", "report team Taken --format txt", "matrix coverage", "status", "log", "profile show alles",
    "report school t-014 --from lokaal:x --format txt", "trainee route t-014", "trainee route h-7", "matrix teachers LAS-02",
  ])
  func `no sign that steers reaches a terminal`(line: String) throws {
    let desk = try HostileCompany.desk()
    let outcome = try desk.start(line).wait()
    #expect([0, 3].contains(outcome.exit), "\(outcome.errorText)")
    #expect(!outcome.bytes.isEmpty)
    expectNothingSteers(outcome.bytes)
    expectNothingSteers(outcome.errorBytes)
  }

  @Test func `nor in the plan of an import, a question, an error or a letter to the school`() throws {
    let desk = try Desk()
    try HostileCompany.write(at: desk)
    try desk.run("setup bedrijf")
    for name in ["notities", "codes", "namen"] {
      let plan = try desk.start("import \(name).xml --dry-run").wait()
      #expect([0, 3].contains(plan.exit) && !plan.bytes.isEmpty)
      expectNothingSteers(plan.bytes + plan.errorBytes)
    }
    try desk.run("import namen.xml", exit: 3)
    for item in try desk.questions().prefix(40) { expectNothingSteers(try desk.run("inbox show \(item.item)").bytes) }
    let wrong = HostileStrings.all.enumerated().map { index, text in
      Part.form(index, progress: Part.line("LAS-02", "Z" + text.inXML)).replacing("tussenbeoordeling", with: text.inXML)
    }
    for start in stride(from: 0, to: 500, by: 50) {
      try desk.write("fout\u{202E}.xml", Part.message(Array(wrong[start..<(start + 50)])))
      let refused = try desk.run("import fout\u{202E}.xml", exit: 65)
      expectNothingSteers(refused.bytes + refused.errorBytes)
      expectNothingSteers(try desk.run("check fout\u{202E}.xml --for-school", exit: 65).bytes)
    }
  }

  private static func list(_ outcome: Outcome, _ key: String) throws -> [[String: Any]] {
    let document = try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any]
    return try #require(document?[key] as? [[String: Any]])
  }

  private static func texts(_ rows: some Sequence<[String: Any]>, _ key: String) -> [String] {
    rows.compactMap { $0[key] as? String }
  }
}

/// Nothing in what was printed moves a cursor, turns the direction of reading or ends a line, but for the line ends of our own.
func expectNothingSteers(_ bytes: Data, _ location: SourceLocation = #_sourceLocation) {
  let text = String(decoding: bytes, as: UTF8.self)
  for line in text.unicodeScalars.split(separator: "\n") where line.contains(where: \.steers) {
    Issue.record("\(line.filter(\.steers).map { String($0.value, radix: 16) }): \(String(line))", sourceLocation: location)
  }
}

/// The same texts, scalar by scalar; their order is not looked at.
func expectSame(_ found: [String], _ expected: [String], _ what: Comment, _ location: SourceLocation = #_sourceLocation) {
  func counted(_ texts: [String]) -> [[UInt32]: Int] {
    Dictionary(grouping: texts.map { $0.unicodeScalars.map(\.value) }, by: { $0 }).mapValues(\.count)
  }
  #expect(found.count == expected.count, what, sourceLocation: location)
  let (have, want) = (counted(found), counted(expected))
  for (text, count) in want where have[text] != count {
    Issue.record("\(what): \(text.map { String($0, radix: 16) })", sourceLocation: location)
  }
}
