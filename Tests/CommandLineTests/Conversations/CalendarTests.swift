import Foundation
import Testing

/// Calendars as files, read by a program that others wrote.
@Suite struct CalendarTests {
  @Test func `a calendar is taken in by another program, at the right moment in summer and in winter time`() throws {
    let desk = try Desk(.company)
    try desk.run("conversation plan sanne --on 2036-07-03 --at 10.00 --by mo")
    try desk.run("conversation plan youssef --on 2036-12-04 --at 9.30 --minutes 45 --by mo")
    try desk.run("conversation plan daan --on 2036-12-05 --by mo")
    let events = try Self.events(desk, "--by mo")

    #expect(events.map(\.uid) == ["c-0002.1@vakmatrix", "c-0003.1@vakmatrix", "c-0004.1@vakmatrix"])
    #expect(events.map(\.start) == ["2036-07-03T08:00:00Z", "2036-12-04T08:30:00Z", "2036-12-05"])
    #expect(events[1].minutes == 45)
    #expect(events.allSatisfy { $0.classified == "PRIVATE" && !$0.hasDescription && $0.status == "CONFIRMED" })
    #expect(events[0].summary.contains("Sanne de Wit"))
  }

  @Test func `a moved conversation keeps its name and goes before the one in a calendar, whatever is undone`() throws {
    let desk = try Desk(.company)
    var told: [CalendarEvent] = []
    for line in [
      "conversation plan sanne --on 2036-07-03 --by mo", "conversation plan sanne --move --on 2036-07-04 --by mo",
      "undo b-0003 --by mo", "undo b-0004 --by mo", "conversation plan sanne --cancel --by mo", "undo b-0006 --by mo",
      "undo b-0002 --by mo",
    ] {
      try desk.run(line)
      told += try Self.events(desk, "sanne --by mo")
    }
    #expect(told.map(\.uid) == Array(repeating: "c-0002.1@vakmatrix", count: 7))
    #expect(told.map(\.sequence) == [0, 1, 2, 3, 4, 5, 6])
    #expect(
      told.map(\.start) == [
        "2036-07-03", "2036-07-04", "2036-07-03", "2036-07-04", "2036-07-04", "2036-07-04", told.last?.start ?? "",
      ])
    #expect(told.map { $0.status == "CANCELLED" } == [false, false, false, false, true, false, told.last?.status == "CANCELLED"])
  }

  @Test func `a calendar without conversations is a calendar all the same`() throws {
    let desk = try Desk(.company)
    #expect(try Self.events(desk, "--by mo").isEmpty)
  }

  @Test func `lines end as they should, are folded at 75 octets, and never in the middle of a sign`() throws {
    let desk = try Desk()
    let long = "Zoë-Ünal, Çelik; \\ Şahin é€🙂" + String(repeating: "ü", count: 60)
    try desk.copyCompany(to: "eigen", changing: "trainees.csv") { text in
      text.replacing("t-014;Sanne;de;Wit", with: "t-014;Sanne;;\"\(long)\"")
    }
    try desk.run("setup eigen")
    try desk.run("conversation plan t-014 --on 2036-07-03 --at 10.00 --by mo")
    try desk.run("schedule ics --by mo -o planning.ics")
    let bytes = try desk.read("planning.ics")
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")

    #expect(lines.last == "")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\u{FFFD}") })
    #expect(lines.contains { $0.hasPrefix(" ") })
    #expect(String(decoding: bytes, as: UTF8.self).contains("Ünal\\, Çelik\\; \\\\"))
    #expect(try Self.events(desk, "--by mo").first?.summary.contains(long) == true)
  }

  private static func events(_ desk: Desk, _ options: String) throws -> [CalendarEvent] {
    try desk.run("schedule ics \(options) -o planning.ics")
    return try CalendarEvent.read("planning.ics", at: desk)
  }
}
