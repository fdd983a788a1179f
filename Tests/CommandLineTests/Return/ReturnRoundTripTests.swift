import Foundation
import Testing

/// What goes back to a school, read by another company with the same set-up: nothing of it may get lost or grow.
@Suite struct ReturnRoundTripTests {
  @Test func `the returns of all trainees give a second database the same levels, days and agreements`() throws {
    let desk = try Self.deskWithEverything()
    let second = try Desk(.company)
    var files: [String] = []
    for trainee in Self.trainees {
      let file = "retour-\(trainee).xml"
      try desk.run("report school \(trainee) --as-of 2026-11-20 --from leerbedrijf_id:100000001 -o \(file)")
      #expect(Self.isRight(file, at: desk), "\(file) is as the schema says")
      try second.write(file, try desk.read(file))
      files.append(file)
    }
    let outcome = try second.run("import " + files.joined(separator: " ") + " --json").document(ImportDocument.self)
    #expect(outcome.forms > Self.trainees.count && outcome.questions == 0)

    for trainee in Self.trainees {
      let cells = try Self.cells(of: trainee, at: desk)
      #expect(try Self.cells(of: trainee, at: second) == cells, "\(trainee)")
      #expect(try Self.agreements(of: trainee, at: second) == Self.agreements(of: trainee, at: desk), "\(trainee)")
    }
    // The company has all that a return can tell.
    let all = try Self.trainees.flatMap { try Self.cells(of: $0, at: desk) }
    #expect(all.contains { $0.contains("kan_hier_niet") } && all.contains { $0.contains("niet_van_toepassing") })
    #expect(try Self.agreements(of: "t-014", at: second).contains { $0.hasPrefix("a-") && $0.contains("reworded") })
  }

  @Test func `one message about all trainees of a school says the same as one each`() throws {
    let desk = try Self.deskWithEverything()
    let second = try Desk(.company)
    try desk.run("report school --school roc-delta --as-of 2026-11-20 -o retour.xml")
    #expect(Self.isRight("retour.xml", at: desk))
    try second.write("retour.xml", try desk.read("retour.xml"))
    try second.run("import retour.xml")
    for trainee in ["t-002", "t-013", "t-014", "t-017"] {
      #expect(try Self.cells(of: trainee, at: second) == Self.cells(of: trainee, at: desk))
    }
  }

  @Test func `hostile codes and titles of tasks, and hostile words, come over to the code point`() throws {
    let desk = try HostileCompany.desk()
    let second = try Desk()
    try HostileCompany.write(at: second)
    try second.run("setup bedrijf")
    try desk.run("report school t-014 --from lokaal:x --as-of 2026-11-20 -o retour.xml")
    #expect(Self.isRight("retour.xml", at: desk))
    try second.write("retour.xml", try desk.read("retour.xml"))
    try second.run("import retour.xml")

    let cells = try Self.cells(of: "t-014", at: desk)
    #expect(cells.count > 300)
    expectSame(try Self.cells(of: "t-014", at: second), cells, "cells")
  }

  @Test func `the same data give the same bytes, and the same return a second time changes nothing`() throws {
    let desk = try Desk(.samples)
    let line = "report school sanne --by mo --as-of 2026-11-20 --format xml"
    let first = try desk.run(line).bytes
    #expect(try desk.run(line).bytes == first)
    try desk.write("retour.xml", first)

    let second = try Desk(.company)
    try second.write("retour.xml", first)
    try second.run("import retour.xml")
    #expect(try second.run("import retour.xml --json").document(ImportDocument.self).booking == nil)
  }

  @Test func `a later return of the same day takes the place of the earlier, also when a level was withdrawn`() throws {
    let desk = try Desk(.samples)
    let second = try Desk(.company)
    try Self.carry("sanne", from: desk, to: second)
    #expect(try second.cell("t-014", "PLA-01")?.level == "beheerst")

    try desk.run("matrix set sanne PLA-01=aangeleerd --on 2026-11-19 --reason \"Nog niet alleen\" --by mo")
    try Self.carry("sanne", from: desk, to: second)
    #expect(try second.cell("t-014", "PLA-01")?.level == "aangeleerd")
  }

  @Test func `a return of a later day replaces the one that it names`() throws {
    let desk = try Desk(.samples)
    let second = try Desk(.company)
    let first = try Self.carry("sanne", from: desk, to: second, asOf: "2026-10-01")
    let id = try #require(first.firstMatch(of: /urn:uuid:[0-9a-f-]{36}/)).output
    try desk.run("matrix set sanne PLA-01=aangeleerd --on 2026-11-19 --reason \"Nog niet alleen\" --by mo")

    // The form of the earlier day no longer counts, which a person is told.
    try Self.carry("sanne", from: desk, to: second, options: " --replaces \(id)", exit: 3)

    #expect(try second.cell("t-014", "PLA-01")?.level == "aangeleerd")
  }
}

extension ReturnRoundTripTests {
  /// The trainees who have a school and a number there.
  private static let trainees = (1...35).map { String(format: "t-%03d", $0) }.filter {
    !["t-012", "t-023", "t-026"].contains($0)
  }

  /// Everything that the samples hold: five schools, a year of conversations, and what was done by hand.
  private static func deskWithEverything() throws -> Desk {
    let desk = try Desk(.samples)
    for line in try Samples.text("Conversations/commands.txt").split(separator: "\n") {
      try desk.run(String(line.dropFirst("vakmatrix ".count)))
    }
    for file in Samples.dialectForms { _ = try desk.start("import \(file)").wait() }
    for question in try desk.questions() {
      try desk.run("inbox answer \(question.item) \(question.written == "B1-K1-W1" ? "SAM-01" : "VER-05")")
    }
    try desk.run("matrix set femke LAS-05=niet_van_toepassing LAS-04=kan_hier_niet --on 2026-11-18 --by hatice")
    try desk.run("matrix set sanne PLA-01=aangeleerd --on 2026-11-19 --reason \"Nog niet alleen\" --by mo")
    return desk
  }

  private static func isRight(_ file: String, at desk: Desk) -> Bool {
    let schema = Samples.folder.deletingLastPathComponent()
      .appendingPathComponent("Sources/SchoolForms/Schema/voortgangsformulier-1.xsd").path
    return (try? desk.tool("xmllint", "--nonet", "--noout", "--schema", schema, file).exit) == 0
  }

  @discardableResult
  private static func carry(
    _ who: String, from desk: Desk, to second: Desk, asOf day: String = "2026-11-20", options: String = "", exit: Int32 = 0
  ) throws -> String {
    let file = try desk.run("report school \(who) --by mo --as-of \(day) --format xml" + options)
    try second.write("retour.xml", file.bytes)
    try second.run("import retour.xml", exit: exit)
    return file.text
  }

  private struct Cells: Decodable {
    struct Cell: Decodable {
      let task, level: String
      let without, aangeleerdOn, beheerstOn: String?
    }
    let cells: [Cell]
  }

  private static func cells(of trainee: String, at desk: Desk) throws -> [String] {
    try desk.run("matrix show \(trainee) --as-of 2026-11-20 --json").document(Cells.self).cells.map { cell in
      [cell.task, cell.level, cell.without ?? "-", cell.aangeleerdOn ?? "-", cell.beheerstOn ?? "-"].joined(separator: " ")
    }
  }

  private struct Agreements: Decodable {
    struct Agreement: Decodable {
      let id, status: String
      let ownerRole, dueOn, rewordedInto, task: String?
    }
    let agreements: [Agreement]
  }

  /// Each agreement in a line; a colleague who is neither guide nor leader of the trainee is told as who guides.
  private static func agreements(of trainee: String, at desk: Desk) throws -> [String] {
    try desk.run("agreement list \(trainee) --all --json --by \(trainee)").document(Agreements.self).agreements.map { agreement in
      [
        agreement.id, agreement.status, agreement.ownerRole ?? "werkplekbegeleider", agreement.dueOn ?? "-",
        agreement.rewordedInto ?? "-",
        agreement.task ?? "-",
      ]
      .joined(separator: " ")
    }.sorted()
  }
}
