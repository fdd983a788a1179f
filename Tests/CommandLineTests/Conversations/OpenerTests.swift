import Foundation
import Testing

/// The opener counts facts, and each of them can be looked up.
@Suite struct OpenerTests {
  @Test(arguments: ["sanne", "youssef", "daan", "lisa", "t-012"])
  func `every number is that of its entries, and stands in the sentence`(who: String) throws {
    let desk = try Self.desk(who)
    let opener = try desk.prepared(who).opener
    #expect(!opener.isEmpty)
    for line in opener {
      #expect(line.count == line.entries.count, "\(line.kind)")
      #expect(Set(line.entries.map { $0.id + ($0.day ?? "") + $0.facts.joined() }).count == line.count, "\(line.kind)")
      if line.kind != "no_goal" { #expect(line.text.hasPrefix("\(line.count) "), "\(line.text)") }
      for entry in line.entries { #expect(line.text.contains(entry.id), "\(line.text)") }
    }
    let text = try desk.run("conversation prepare \(who) --by mo").text
    for line in opener { #expect(text.contains("· " + line.text + "\n"), "\(line.text)") }
  }

  @Test(arguments: ["sanne", "youssef", "daan", "lisa"])
  func `what it says of tasks is what the matrix says`(who: String) throws {
    let desk = try Self.desk(who)
    let opener = try desk.prepared(who)
    let cells = try desk.run("matrix show \(who) --by mo --json").document(Matrix.self).cells
    let since = try #require(opener.since)

    #expect(opener.ids("mastered") == cells.filter { ($0.beheerstOn ?? "") > since }.map(\.task))
    #expect(
      opener.ids("taught") == cells.filter { $0.beheerstOn == nil && ($0.aangeleerdOn ?? "") > since }.map(\.task))
    #expect(opener.ids("proposals") == cells.flatMap { cell in cell.proposals.map { _ in cell.task } })
    #expect(opener.ids("disagreements") == cells.flatMap { cell in cell.disagreements.map { _ in cell.task } })
    #expect(opener.ids("stale") == cells.filter(\.stale).map(\.task))
    for kind in ["mastered", "unpraised"] {
      for entry in opener.line(kind)?.entries ?? [] {
        #expect(entry.day == cells.first { $0.task == entry.id }?.beheerstOn, "\(entry.id)")
      }
    }
    let behind = try desk.run("report trainee \(who) --by mo --json").document(Sheet.self).groups.map(\.behind).reduce(0, +)
    #expect(opener.ids("behind").count == behind)
  }

  @Test(arguments: ["sanne", "youssef", "daan", "lisa"])
  func `every fact of it is in the database, of the task and the day that it tells`(who: String) throws {
    let desk = try Self.desk(who)
    let entries = try desk.prepared(who).opener.filter { $0.topic == "voortgang" && $0.kind != "behind" }.flatMap(\.entries)
    #expect(!entries.isEmpty)
    for entry in entries {
      #expect(entry.facts.count == 1, "\(entry.id)")
      for fact in entry.facts {
        let parts = fact.dropFirst(2).split(whereSeparator: { ".:".contains($0) }).compactMap { Int($0) }
        #expect(parts.count == 3, "\(fact) is no line of a form")
        let sql = """
          select task_code, seen_on from reading_line
          where booking = \(parts[0]) and ordinal = \(parts[1]) and position = \(parts[2])
          """
        #expect(try desk.tool("sqlite3", Desk.databaseName, sql).text == "\(entry.id)|\(entry.day ?? "")\n", "\(fact)")
      }
    }
  }

  @Test func `what it says of agreements is what the ledger says`() throws {
    let desk = try Desk(.samples)
    let made = try desk.converse(
      "sanne", on: Day.fromToday(-4), "--agreement TIG --agreement Zagen --agreement \"Opruimen | mo | \(Day.fromToday(-3))\"")
    let ids = made.agreements.map(\.id)
    try desk.run("agreement done sanne \(ids[0]) --by mo")
    try desk.run("agreement drop sanne \(ids[1]) --reason Verhuisd --by mo")
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")

    let opener = try desk.prepared()
    let rows = try desk.agreements()

    #expect(opener.since == Day.fromToday(-4))
    #expect(opener.ids("agreements_open") == rows.filter { $0.status == "open" }.map(\.id))
    #expect(opener.ids("agreements_overdue") == rows.filter(\.overdue).map(\.id))
    #expect(opener.ids("agreements_overdue").contains(ids[2]))
    #expect((opener.ids("agreements_done"), opener.ids("agreements_dropped")) == ([ids[0]], [ids[1]]))
    for line in opener.opener where line.topic == "terugblik" {
      for entry in line.entries { #expect(entry.facts == [entry.id]) }
    }
  }

  @Test func `a compliment on a task takes it off the list of results without one`() throws {
    let desk = try Desk(.samples)
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    let before = try desk.prepared().ids("unpraised")
    let task = try #require(before.first)
    try desk.run("conversation record sanne --compliment \"\(task):Strak werk\" --by mo")
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    #expect(try desk.prepared().ids("unpraised") == Array(before.dropFirst()))
  }

  @Test func `a goal, an obstacle and a day that is past are told until they are dealt with`() throws {
    let desk = try Desk(.samples)
    try desk.converse("sanne", on: Day.fromToday(-4), "--obstacle \"Kantbank bezet | \(Day.fromToday(-30)) | mo\"")
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    #expect(try desk.prepared().line("no_goal") != nil)
    let goal = try #require(
      try desk.run("goal add sanne TIG --result LAS-04=beheerst@\(Day.fromToday(-1)) --by mo --json").document(MadeDocument.self)
        .goal)

    let opener = try desk.prepared()
    #expect(opener.line("no_goal") == nil)
    #expect(opener.ids("goals_late") == [goal])
    let obstacle = try #require(opener.line("obstacles"))
    #expect(obstacle.count == 1 && obstacle.text.contains("(30 dagen)"), "\(obstacle.text)")
    try desk.run("goal review sanne \(goal) reached --by mo")
    #expect(try desk.prepared().line("goals_late") == nil)
  }

  @Test func `without facts one line says so`() throws {
    let desk = try Desk()
    // Achraf has no forms; on his first day no week of his plan is over.
    try desk.copyCompany(to: "bedrijf", changing: "trainees.csv") { text in
      text.replacing("2026-08-31;2028-06-30;maandelijks;Intern", with: "\(Day.today);;maandelijks;Intern")
    }
    try desk.run("setup bedrijf")
    try desk.run("conversation plan achraf --on \(Day.fromToday(5)) --by mo")

    let text = try desk.run("conversation prepare achraf --by achraf").text

    #expect(text.split(separator: "\n").filter { $0.contains(" · ") } == ["  · Er is niets nieuws vastgelegd."])
    #expect(text.contains("Dit is het eerste gesprek."))
    let document = try desk.prepared("achraf")
    #expect(document.opener.isEmpty && document.since == nil)
  }

  private static func desk(_ who: String) throws -> Desk {
    let desk = try Desk(.samples)
    try desk.run("conversation plan \(who) --on \(Day.fromToday(5)) --by mo")
    return desk
  }
}

/// A matrix as far as the opener counts from it.
private struct Matrix: Decodable {
  struct Cell: Decodable {
    struct Said: Decodable { let seenOn: String }
    let task: String
    let aangeleerdOn, beheerstOn: String?
    let proposals, disagreements: [Said]
    let stale: Bool
  }
  let cells: [Cell]
}

/// The sheet of a trainee, as far as it counts what is behind.
private struct Sheet: Decodable {
  struct Group: Decodable { let behind: Int }
  let groups: [Group]
}
