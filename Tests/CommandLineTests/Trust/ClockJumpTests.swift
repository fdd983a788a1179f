import CompetencyCore
import Foundation
import Journeys
import Testing

/// A clock that is set back or jumps ahead changes no order and stops nobody.
@Suite struct ClockJumpTests {
  /// In turn: the day of the samples, a year back, ten years ahead, the last moment of 29 February, both sides of the hour that
  /// comes twice in October, and the beginning of all clocks.
  private static let moments = [
    "2026-11-20T12:00:00Z", "2025-11-20T12:00:00Z", "2036-11-20T12:00:00Z", "2028-02-29T22:59:59Z", "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z", "1970-01-01T00:00:00Z",
  ]

  @Test func `bookings keep the order in which they were made, and their seals`() throws {
    let desk = try Desk(.company)
    let tasks = ["LAS-01", "LAS-02", "LAS-03", "LAS-04", "LAS-05", "LAS-06", "PLA-01"]
    for (moment, task) in zip(Self.moments, tasks) {
      let assignment = try #require(RecordJourney.Assignment(typed: task + "=aangeleerd"))
      let outcome = try RecordJourney.run(
        try Self.context(desk, at: moment), who: "t-014", assignments: [assignment], on: nil, note: "", reason: "")
      #expect(outcome.booking != nil, "\(moment)")
    }
    let sql =
      "select number from booking order by recorded_at, number; select count(*) from booking b join booking c"
      + " on c.number = b.number + 1 where c.recorded_at < b.recorded_at"
    let found = try desk.tool("sqlite3", Desk.databaseName, sql).text
    #expect(found == "1\n2\n3\n4\n5\n6\n7\n8\n0\n")
    // What was seen is of the day that the clock showed, in the company's zone.
    let days = try desk.tool("sqlite3", Desk.databaseName, "select seen_on from hand_record order by booking").text
    #expect(days.split(separator: "\n").contains("2028-02-29") && days.hasSuffix("2026-10-25\n2026-10-25\n1970-01-01\n"))
    #expect(try desk.run("doctor --verify").text.hasSuffix("Alles is in orde.\n"))
    #expect(try !desk.run("trainee show sanne").text.contains("week -"))
  }

  private static func context(_ desk: Desk, at moment: String) throws -> JourneyContext {
    let date = try #require(try? Date(moment, strategy: .iso8601))
    return JourneyContext(
      database: desk.url(Desk.databaseName).path, holder: "test",
      now: Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000)), actingText: "mo", account: "test", isDryRun: false)
  }
}
