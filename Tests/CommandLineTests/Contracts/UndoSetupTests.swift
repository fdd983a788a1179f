import CompetencyCore
import Foundation
import Journeys
import Testing

/// Nothing that facts rest on is undone; what nobody used goes, and the cells that move are told.
@Suite struct UndoSetupTests {
  struct Use: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The file of the set-up with the row that is added to it.
    let file: String
    let row: String
    /// What is done with it.
    let lines: [String]
    let count: Int
  }

  private static let trainee = (
    "trainees.csv", "t-099;Piet;;Pieters;00999;Montage;constructie-2;anouk;joyce;;;2026-11-02;;;;;lopend"
  )
  private static let person = ("mensen.csv", "piet;Piet;;Pieters;00999;Werkplaats Noord;werkplekbegeleider leidinggevende")
  private static let task = ("taken.csv", "NIE-01;Nieuw;Basis;3;;;ja")

  static let uses = [
    use("levels of a trainee", trainee, ["matrix set t-099 LAS-02=beheerst LAS-03=beheerst --by anouk"], 2),
    use(
      "a level of a trainee that was taken back", trainee,
      ["matrix set t-099 LAS-02=beheerst --by anouk", back("t-099", "anouk")], 2),
    use("a route of a trainee", trainee, ["trainee replan t-099 BAS-06=90 --reason x --by anouk"], 1),
    use("an agreement with a trainee", trainee, ["agreement add t-099 Oefenen --by anouk"], 1),
    use("levels of a task", task, ["matrix set sanne NIE-01=beheerst --by mo", "matrix set sanne LAS-02=beheerst --by mo"], 1),
    use(
      "what a person saw", person, ["matrix set sanne LAS-02=beheerst --by piet", "matrix set sanne LAS-03=beheerst --by mo"], 1),
    use("what a person took back", person, ["matrix set sanne LAS-02=beheerst --by mo", back("sanne", "piet")], 1),
    use("what a person planned anew", person, ["trainee replan sanne LAS-04=90 --reason x --by piet"], 1),
    use("whom a person guides", person, ["trainee edit sanne --mentor piet"], 1),
    use("whom a person leads", person, ["trainee edit sanne --line-manager piet"], 1),
    use("who goes to a school", ("scholen.csv", "nieuw;Nieuw;77ZZ;;;"), ["trainee edit sanne --school nieuw"], 1),
    use(
      "who follows a profile", ("profielen.csv", "proef;Proef;BAS-04;beheerst;2;voordoen"),
      ["trainee edit sanne --profile proef"], 1),
  ]

  @Test(arguments: uses) func `a row is undone as long as nothing rests on it`(_ use: Use) throws {
    let desk = try Desk(.company)
    try desk.copyCompany(to: "anders", changing: use.file) { $0 + use.row + "\n" }
    try desk.run("setup anders")
    #expect(try UndoJourney.run(desk.context(isDryRun: true), booking: Self.second).booking == nil)

    for line in use.lines { try desk.run(line) }

    let refusal = #expect(throws: Refusal.self) { try UndoJourney.run(desk.context(isDryRun: true), booking: Self.second) }
    #expect(refusal?.problems.first?.code == .setup_in_use && refusal?.problems.first?.values["count"] == "\(use.count)")
    for number in (0..<use.lines.count).reversed() { try desk.run("undo b-000\(3 + number)") }
    try desk.run("undo b-0002")
  }

  @Test func `a task that a profile plans is not undone`() throws {
    let desk = try Desk(.company)
    try desk.copyCompany(to: "anders", changing: "taken.csv") { $0 + Self.task.1 + "\n" }
    try desk.run("setup anders")
    try desk.write(
      "anders/profielen.csv",
      Samples.text("company/profielen.csv") + "constructie-3;Constructiewerker niveau 3;NIE-01;beheerst;2;voordoen\n")
    try desk.run("setup anders")
    #expect(throws: Refusal.self) { try UndoJourney.run(desk.context(isDryRun: true), booking: Self.second) }
  }

  @Test func `an undo tells the cells that move, and a second one that there is nothing left to undo`() throws {
    let desk = try Desk(.company)
    try desk.run("matrix set sanne LAS-02=beheerst LAS-04=kan_hier_niet --by mo")
    let tried = try UndoJourney.run(desk.context(isDryRun: true), booking: Self.second)
    #expect(tried.moved.map(\.before.key.task.text) == ["LAS-02", "LAS-04"] && tried.booking == nil && !tried.wasNotLive)
    #expect(throws: Refusal.self) { try UndoJourney.run(desk.context(by: "hatice"), booking: Self.second) }
    #expect(try UndoJourney.run(desk.context(by: "mo"), booking: Self.second).booking != nil)
    let again = try UndoJourney.run(desk.context(by: "ria"), booking: Self.second)
    #expect(again.wasNotLive && again.booking == nil && again.moved.isEmpty)
  }

  private static let second = BookingNumber.first.next

  private static func use(_ name: String, _ added: (String, String), _ lines: [String], _ count: Int) -> Use {
    Use(testDescription: name, file: added.0, row: added.1, lines: lines, count: count)
  }

  private static func back(_ who: String, _ by: String) -> String {
    "matrix set \(who) LAS-02=aangeleerd --reason x --by \(by)"
  }
}

extension Desk {
  fileprivate func context(by: String? = nil, isDryRun: Bool = false) -> JourneyContext {
    JourneyContext(
      database: url(Desk.databaseName).path, holder: "test", now: Instant(milliseconds: 1_900_000_000_000), actingText: by,
      account: "test", isDryRun: isDryRun)
  }
}
