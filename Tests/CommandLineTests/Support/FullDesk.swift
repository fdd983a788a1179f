import Foundation
import Testing

/// The sample company after a year, with at least one of every kind of thing that can happen.
enum FullDesk {
  static func make() throws -> Desk {
    let desk = try Desk()
    try desk.putDatabase(try prepared.get())
    return desk
  }

  private static let prepared = Result { () throws -> Data in
    let desk = try SampleConversationsTests.afterAYear()
    try AssessmentTests.importMarks(at: desk)
    try desk.run("inbox answer \(try #require(try desk.questions().first).item) LAS-02")
    try desk.run(
      "inbox refuse \(try #require(try desk.inbox().first { $0.kind == "proposal" && $0.trainee == "t-014" }).item) --reason Nee --by mo"
    )
    try desk.run("matrix set sanne LAS-04=beheerst --by mo")
    try desk.run("matrix set sanne LAS-04=aangeleerd --by mo --reason \"Nog niet op tempo\"")
    try desk.run("matrix set sanne LAS-05=beheerst --by mo")
    try desk.run("undo b-0002 --by ria")
    try desk.run("undo \(try #require(try desk.bookings().first).booking) --by ria")
    try desk.run("conversation plan sanne --on \(Day.fromToday(7)) --by mo")
    try desk.run("conversation prepare sanne --by sanne --answer \"tevreden=GEHEIM-Zeepaardje\"")
    try desk.run("trainee replan sanne LAS-04=90,cursus --reason \"De cursus zit vol\" --by mo")
    try desk.run("report wall noord --discussed --by ineke -o muur.html")
    try desk.run("conversation evaluate sanne --lesson \"Eerst TIG\" --by ineke")
    try desk.run("privacy erase t-004 --by ria")
    try desk.run("privacy restrict t-035 --reason \"Er loopt een bezwaar\" --by ria")
    try desk.run("privacy correct sanne --view \"Ik was er die dag niet\" --about b-0002 --by ria")
    try desk.tool("sqlite3", Desk.databaseName, "insert into page_view values ('mo', 't-014', 'tick', '2026-11-20')")
    return try desk.read(Desk.databaseName)
  }
}
