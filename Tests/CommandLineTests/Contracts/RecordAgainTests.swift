import CompetencyCore
import Foundation
import Journeys
import Testing

/// Saying again what one said already adds nothing, and what somebody else said meanwhile is told before it is written over.
@Suite struct RecordAgainTests {
  @Test func `the same word of the same person on the same day is kept once`() throws {
    let desk = try Desk(.company)
    #expect(try desk.says("mo", "LAS-02=aangeleerd") == .observation)
    #expect(try desk.says("mo", "LAS-02=aangeleerd") == .unchanged)
    #expect(try desk.bookings().count == 2)
  }

  @Test(arguments: [
    ("hatice", "t-014", "LAS-02=aangeleerd", 10), ("mo", "t-015", "LAS-02=aangeleerd", 10),
    ("mo", "t-014", "LAS-03=aangeleerd", 10),
    ("mo", "t-014", "LAS-02=aangeleerd", 9), ("mo", "t-014", "LAS-02=beheerst", 10),
  ])
  func `another person, trainee, task, day or word is something else`(_ by: String, _ who: String, _ said: String, _ day: Int)
    throws
  {
    let desk = try Desk(.company)
    try desk.says("mo", "LAS-02=aangeleerd")
    #expect(try desk.says(by, said, of: who, on: day) == .observation)
    #expect(try desk.says("mo", "LAS-02=aangeleerd") == (said.hasSuffix("beheerst") ? .withdrawal : .unchanged))
  }

  @Test func `what was undone or taken back is said again`() throws {
    let desk = try Desk(.company)
    try desk.says("mo", "LAS-02=beheerst")
    try desk.run("undo b-0002")
    #expect(try desk.says("mo", "LAS-02=beheerst") == .observation)
    #expect(try desk.says("mo", "LAS-02=aangeleerd") == .withdrawal)
    // Who took it back said so; for another person it is news.
    #expect(try desk.says("mo", "LAS-02=aangeleerd") == .unchanged)
    #expect(try desk.says("hatice", "LAS-02=aangeleerd") == .observation)
    #expect(try desk.says("mo", "LAS-02=beheerst") == .observation)
    #expect(try desk.says("mo", "LAS-02=beheerst") == .unchanged)
  }

  @Test func `what was taken back of another trainee, task or day, or is undone, does not make it news`() throws {
    let desk = try Desk(.company)
    try desk.says("mo", "LAS-02=aangeleerd")
    for (who, task, day) in [("t-015", "LAS-02", 10), ("t-014", "LAS-03", 10), ("t-014", "LAS-02", 9)] {
      try desk.says("mo", "\(task)=aangeleerd", of: who, on: day)
      try desk.says("mo", "\(task)=nog_niet", of: who, on: day)
      #expect(try desk.says("mo", "LAS-02=aangeleerd") == .unchanged, "\(who) \(task) \(day)")
    }
    try desk.says("hatice", "LAS-02=nog_niet")
    try desk.run("undo \(try #require(try desk.bookings().first).booking)")
    #expect(try desk.says("mo", "LAS-02=aangeleerd") == .unchanged)
  }

  @Test func `a cell that moved since it was shown is not written over, and whose it is now is told`() throws {
    let desk = try Desk(.company)
    try desk.says("mo", "LAS-02=aangeleerd")
    try desk.says("ineke", "LAS-02=nog_niet")
    try desk.says("hatice", "LAS-03=beheerst")
    try desk.says("hatice", "LAS-02=beheerst", of: "t-015")
    #expect(try desk.conflict("beheerst", shown: "aangeleerd")?.since?.name == "Ineke Bos")
    #expect(try desk.conflict("beheerst", shown: "aangeleerd")?.since?.time == "12.00")
    #expect(try desk.conflict("nog_niet", shown: "aangeleerd") == nil)
    #expect(try desk.conflict("beheerst", shown: "nog_niet") == nil)
    try desk.run("undo b-0003")
    #expect(try desk.conflict("beheerst", shown: "nog_niet")?.since?.name == "Mo Haddou")
    try desk.run("undo b-0002")
    #expect(try #require(try desk.conflict("aangeleerd", shown: "beheerst")).since == nil)
  }

  @Test func `today can be said, and tomorrow not`() throws {
    let desk = try Desk(.company)
    try desk.says("mo", "LAS-02=aangeleerd", on: 20)
    #expect(throws: Refusal.self) { try desk.says("mo", "LAS-02=aangeleerd", on: 21) }
    // Without a reason a lower level is refused with the line that works, which names the day unless it is today's.
    for (day, option) in [(20, false), (19, true)] {
      try desk.says("mo", "LAS-04=aangeleerd", on: day)
      let refusal = #expect(throws: Refusal.self) { try desk.says("mo", "LAS-04=nog_niet", on: day, reason: "") }
      #expect(refusal?.problems.first?.values["command"]?.contains("--on 2030-05-19") == option)
    }
  }
}

extension Desk {
  private func context(_ by: String, isDryRun: Bool = false) throws -> JourneyContext {
    let day = try #require(CalendarDate(iso: "2030-05-20"))
    return JourneyContext(
      database: url(Desk.databaseName).path, holder: "test",
      now: Instant(milliseconds: Int64(day.dayNumber) * 86_400_000 + 36_000_000), actingText: by, account: "test",
      isDryRun: isDryRun
    )
  }

  /// Records a level in May 2030, on the 20th of which it is said.
  @discardableResult
  fileprivate func says(
    _ by: String, _ said: String, of who: String = "t-014", on day: Int = 10, reason: String = "Overgedaan"
  ) throws -> RecordJourney.Change.Kind? {
    let assignment = try #require(RecordJourney.Assignment(typed: said))
    let outcome = try RecordJourney.run(
      context(by), who: who, assignments: [assignment], on: CalendarDate(year: 2030, month: 5, day: day), note: "", reason: reason
    )
    return outcome.changes.first?.kind
  }

  /// What stands in the way of a word of Mo's on Sanne's LAS-02, who saw it as it was shown.
  fileprivate func conflict(_ word: String, shown: String) throws -> RecordJourney.Conflict? {
    let assignment = RecordJourney.Assignment(task: try #require(TaskCode("LAS-02")), word: word, shown: shown)
    return try RecordJourney.run(
      context("mo", isDryRun: true), who: "t-014", assignments: [assignment], on: nil, note: "", reason: "x"
    ).conflicts.first
  }
}
