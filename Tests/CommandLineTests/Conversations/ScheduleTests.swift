import CompetencyCore
import Foundation
import Testing

@Suite struct ScheduleTests {
  @Test func `of several that are planned the one that is named is moved`() throws {
    let desk = try Desk(.company)
    let span = "--from \(Day.fromToday(1)) --through \(Day.fromToday(365))"
    try desk.run("schedule make \(span) --by ineke")
    let rows = try desk.run("conversation list sanne --by mo").text
    let names = rows.components(separatedBy: .whitespacesAndNewlines).filter { $0.hasPrefix("c-") }.sorted()
    try #require(names.count > 1)

    for name in names.suffix(2) {
      let day = Day.fromToday(300)
      let line = "conversation plan \(name) --on \(day) --move --by mo --dry-run --json"
      let moved = try desk.run(line).document(PlanDocument.self)
      #expect((moved.conversation, moved.day) == (name, day))
    }
  }

  @Test func `a planning gives every trainee days by the own rhythm, spread over working days, in one booking`() throws {
    let desk = try Self.desk()
    let plan = try desk.run("schedule make --from 2036-01-07 --through 2036-06-28 --closed 2036-W09 --by ineke --json")
      .document(SchedulePlanDocument.self)

    #expect(plan.booking == "b-0002")
    #expect(plan.unplaced.isEmpty)
    #expect(plan.planned.count > 0)
    let days = WorkingDays(closed: [try #require(ClosedPeriod(typed: "2036-W09"))])
    for line in plan.planned {
      let day = try #require(CalendarDate(iso: line.day))
      #expect(days.rest(on: day) == nil, "\(line.day)")
      #expect(line.holder == "ineke")
    }
    #expect(Dictionary(grouping: plan.planned, by: \.day).values.allSatisfy { $0.count <= 2 })
    #expect(try desk.bookings().first?.kind == "schedule")
    let shown = try desk.run("schedule show --by ineke --json").document(ShowDocument.self)
    #expect(shown.trainees.flatMap(\.planned).map(\.conversation).sorted() == plan.planned.map(\.conversation).sorted())
  }

  @Test func `who guides the trainee and plans also holds`() throws {
    let plan = try Self.made(Self.desk(), "--by mo")
    #expect(Set(plan.planned.map(\.trainee)).isSubset(of: ["t-012", "t-014", "t-015", "t-016", "t-017"]))
    #expect(plan.planned.allSatisfy { $0.holder == "mo" })
  }

  @Test func `a dry run tells the same and writes nothing`() throws {
    let desk = try Self.desk()
    let dump = try desk.dump()
    let dry = try Self.made(desk, "--by ineke --dry-run")
    #expect(try desk.dump() == dump)
    let real = try Self.made(desk, "--by ineke")
    #expect((dry.booking, dry.dryRun) == (nil, true))
    #expect(dry.planned == real.planned)
  }

  @Test func `what is planned is not planned twice, and undoing it clears the planning`() throws {
    let desk = try Self.desk()
    let first = try Self.made(desk, "--by ineke")
    let again = try Self.made(desk, "--by ineke")
    #expect(again.planned.isEmpty)
    #expect(again.booking == nil)
    try desk.run("undo b-0002 --by ineke")
    #expect(try Self.made(desk, "--by ineke").planned.map(\.day) == first.planned.map(\.day))
  }

  @Test func `who has no free day is told, and a person is needed`() throws {
    let desk = try Self.desk()
    let outcome = try desk.run(
      "schedule make --from 2036-06-03 --through 2036-06-06 --closed 2036-06-03..2036-06-06 --by ineke", exit: 3)
    #expect(outcome.text.contains("Geen dag voor Sanne de Wit: na "))
    #expect(outcome.text.contains("Er is geen gesprek in de planning gezet."))
  }

  @Test(arguments: [
    ("schedule make --from 2020-01-01 --through 2020-02-01 --by ineke", 64),
    ("schedule make --from 2036-02-01 --through 2036-01-01 --by ineke", 64),
    ("schedule make --from 2036-01-01 --through 2036-02-01 --closed zomer --by ineke", 64),
    ("schedule make --from 2036-01-01 --through 2036-02-01 --most-per-day 0 --by ineke", 64),
    ("schedule make --from 2036-01-01 --through 2036-02-01 --team Zuid --by ineke", 66),
    ("schedule make --from 2036-01-01 --through 2036-02-01", 64), ("schedule show", 64), ("schedule ics", 64),
    ("schedule show t-018 --by ineke", 66), ("schedule ics t-018 --by ineke", 66),
  ])
  func `what cannot be is refused, and nothing is written`(_ line: String, _ exit: Int32) throws {
    let desk = try Desk(.company)
    let dump = try desk.dump()
    #expect(try desk.run(line, exit: exit).bytes.isEmpty)
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: [
    ("schedule show --by ineke", "planning toon --by ineke"), ("schedule ics --by ineke", "planning ics --by ineke"),
    (
      "schedule make --from 2036-01-07 --through 2036-02-28 --by ineke -n",
      "planning maak --from 2036-01-07 --through 2036-02-28 --by ineke -n"
    ),
  ])
  func `a Dutch name does the same`(english: String, dutch: String) throws {
    let desk = try Desk(.samples)
    let (one, other) = try (desk.start(english).wait(), desk.start(dutch).wait())
    #expect(!one.bytes.isEmpty)
    #expect((one.exit, one.bytes) == (other.exit, other.bytes))
  }

  @Test func `the day by the rhythm is a working day`() throws {
    let desk = try Desk(.company)
    let text = try desk.run("conversation plan sanne --by mo --json").document(PlannedDocument.self).day
    #expect(WorkingDays().rest(on: try #require(CalendarDate(iso: text))) == nil)
  }

  /// The sample company, with trainings that go on for years.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.copyCompany(to: "bedrijf", changing: "trainees.csv") { text in
      text.replacing(/;(\d{4}-\d\d-\d\d);\d{4}-\d\d-\d\d;/) { ";\($0.1);2039-12-31;" }
    }
    try desk.run("setup bedrijf")
    return desk
  }

  private static func made(_ desk: Desk, _ options: String) throws -> SchedulePlanDocument {
    try desk.run("schedule make --from 2036-01-07 --through 2036-06-28 --json " + options).document()
  }
}

struct SchedulePlanDocument: Decodable {
  struct Line: Decodable, Equatable {
    let conversation, trainee, day, ideal, holder: String
    let moved: String?
  }
  struct Unplaced: Decodable {
    let trainee, why: String
  }
  let booking: String?
  let dryRun: Bool
  let planned: [Line]
  let unplaced: [Unplaced]
}

private struct ShowDocument: Decodable {
  struct Trainee: Decodable {
    struct Planned: Decodable { let conversation: String }
    let planned: [Planned]
  }
  let trainees: [Trainee]
}

private struct PlannedDocument: Decodable { let day: String }
