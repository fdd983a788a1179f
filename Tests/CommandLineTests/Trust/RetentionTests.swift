import CompetencyCore
import Foundation
import Journeys
import Testing

/// What has been kept long enough is listed on the day, goes when somebody asks, and not before.
@Suite struct RetentionTests {
  @Test func `two years and a day after the end the words are due, and not the day before`() throws {
    let desk = try Desk(.samples)
    try desk.run("matrix set sanne LAS-03=beheerst --by mo --note GEHEIM-Zeepaardje")
    try desk.run("trainee end sanne")
    let today = try #require(CalendarDate(iso: try desk.today()))
    let (eve, day) = (today.adding(months: 24), today.adding(months: 24).adding(days: 1))

    let before = try RetentionJourney.apply(desk.context(on: eve), RetentionTerms(), dialects: [])
    #expect(before.due.isEmpty && before.erased.isEmpty && before.booking == nil)
    #expect(try desk.holds("GEHEIM-Zeepaardje"))

    let listed = try RetentionJourney.list(desk.context(on: day), RetentionTerms())
    #expect(listed.due.map(\.trainee.id.text).contains("t-014"))
    #expect(listed.due.allSatisfy { $0.extent == .words && $0.endedOn == today && $0.from == day })
    // Looking erases nothing.
    #expect(try desk.holds("GEHEIM-Zeepaardje"))

    let applied = try RetentionJourney.apply(desk.context(on: day), RetentionTerms(), dialects: [])
    #expect(applied.erased.count == listed.due.count && applied.booking != nil && applied.isCleared)
    #expect(try !desk.holds("GEHEIM-Zeepaardje"))
    // Name and levels are proof for the subsidy, and stay until their own term.
    #expect(try desk.run("trainee show sanne").text.contains("Sanne de Wit"))
    #expect(try desk.run("doctor --verify").text.hasSuffix("Alles is in orde.\n"))
    #expect(try RetentionJourney.list(desk.context(on: day), RetentionTerms()).due.isEmpty)
  }

  @Test func `six years and a day after the end the name goes too, with a tombstone for each`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee end sanne")
    let today = try #require(CalendarDate(iso: try desk.today()))
    let eve = today.adding(months: 72)
    for day in [today.adding(months: 25), eve] {
      _ = try RetentionJourney.apply(desk.context(on: day), RetentionTerms(), dialects: [])
    }
    #expect(try desk.holds("0512345"))
    let applied = try RetentionJourney.apply(desk.context(on: eve.adding(days: 1)), RetentionTerms(), dialects: [])
    #expect(applied.erased.allSatisfy { $0.extent == .person && $0.ground == .term && $0.trainee.text.hasPrefix("gewist-") })
    #expect(try !desk.holds("0512345") && !desk.holds("Sanne"))
    let stones = try desk.tool("sqlite3", Desk.databaseName, "select extent, count(*) from erasure group by extent").text
    #expect(stones == "person|\(applied.erased.count)\nwords|\(applied.erased.count)\n")
    let left = try RetentionJourney.list(desk.context(on: eve.adding(days: 1)), RetentionTerms())
    #expect(left.due.isEmpty && left.coming.isEmpty)
    #expect(try desk.run("doctor --verify").text.hasSuffix("Alles is in orde.\n"))
  }

  @Test func `who is under way is never due, and the company's own terms hold`() throws {
    let desk = try Desk(.samples)
    let today = try #require(CalendarDate(iso: try desk.today()))
    let far = try RetentionJourney.list(desk.context(on: today.adding(months: 200)), RetentionTerms())
    // Bas and Gijs had ended when the company was set up.
    #expect(far.due.map(\.trainee.id.text).sorted() == ["t-004", "t-024"])
    try desk.write("eigen/Retention/terms.txt", "# kort\nwords = 0\nperson = 1\n")
    let told = try desk.run("privacy retention --templates eigen").text
    #expect(told.contains("0 maanden na het einde van de opleiding"))
    try desk.write("eigen/Retention/terms.txt", "words = twee\n")
    let refused = try desk.run("privacy retention --templates eigen", exit: 78)
    #expect(refused.errorText.contains("regel 1") && refused.errorText.contains("words = twee"))
  }

  @Test func `what is due within a year is told before, from the day a year ahead on`() throws {
    let desk = try Desk(.samples)
    try desk.put("t-014", .afgerond, on: "2030-05-10")
    // One that was over when it was first heard of, on that day.
    try desk.addEnded("t-099", on: "2030-05-10")
    // What is erased of others changes nothing.
    try desk.run("privacy erase t-015")
    // A training ends once, also when it is said later that it was stopped.
    try desk.put("t-014", .gestopt, on: "2030-08-01")
    func list(_ day: String) throws -> RetentionJourney.Outcome {
      try RetentionJourney.list(desk.context(on: try #require(CalendarDate(iso: day))), RetentionTerms())
    }
    func isComing(_ day: String) throws -> Bool { try list(day).coming.contains { $0.trainee.id.text == "t-014" } }

    #expect(try !isComing("2031-05-10") && isComing("2031-05-11") && isComing("2032-05-10") && !isComing("2032-05-11"))
    let due = try list("2032-05-11")
    #expect(due.due.map(\.trainee.id.text) == ["t-004", "t-024", "t-014", "t-099"] && due.isCleared)
    #expect(due.due.suffix(2).allSatisfy { $0.endedOn.iso == "2030-05-10" && $0.from.iso == "2032-05-11" })
    // Of whom nothing was erased yet, all goes at once when the name must.
    func extent(_ day: String) throws -> Erasure.Extent? { try list(day).due.first { $0.trainee.id.text == "t-014" }?.extent }
    #expect(try extent("2036-05-10") == .words && extent("2036-05-11") == .person)
  }

  @Test func `a dry run tells what would be erased, and erases nothing`() throws {
    let desk = try Desk(.samples)
    let day = try #require(CalendarDate(iso: "2032-05-11"))
    let tried = try RetentionJourney.apply(desk.context(on: day, isDryRun: true), RetentionTerms(), dialects: [])
    #expect(tried.erased.count == 2 && tried.booking == nil && tried.isCleared)
    #expect(try RetentionJourney.list(desk.context(on: day), RetentionTerms()).due.count == 2)
  }

  @Test func `words that were written after an erasure have a term of their own`() throws {
    let desk = try Desk(.samples)
    try desk.put("t-014", .gestopt, on: "2030-05-10")
    let day = try #require(CalendarDate(iso: "2032-05-11"))
    _ = try RetentionJourney.apply(desk.context(on: day), RetentionTerms(), dialects: [])
    try desk.put("t-014", .lopend, on: "2032-06-01")
    try desk.put("t-014", .gestopt, on: "2032-07-01")
    let again = try #require(CalendarDate(iso: "2034-07-02"))
    let due = try RetentionJourney.list(desk.context(on: again), RetentionTerms()).due.filter { $0.trainee.id.text == "t-014" }
    #expect(due.map(\.extent) == [.words] && due.map(\.from) == [again])
  }

  @Test func `terms are read as people write them, and what is not understood is told with its line`() throws {
    let text = "# kort\n\n words = 0\r\nperson=600\n\nlooks = 12\n"
    let terms = try RetentionTerms(reading: Array(text.utf8), file: "terms.txt")
    #expect(terms.words == 0 && terms.person == 600 && terms.looks == 12)
    for line in ["words = -1", "words = 601", "words", "words = 1 = 2", "words = twee", "months = 1", "= 1"] {
      let refusal = #expect(throws: Refusal.self) {
        try RetentionTerms(reading: Array("\nlooks = 1\n\(line)".utf8), file: "terms.txt")
      }
      #expect(refusal?.problems.first?.place == SourcePlace(file: "terms.txt", line: 3), "\(line)")
    }
  }

  @Test func `who looked at whom is forgotten after two years`() throws {
    let desk = try Desk(.samples)
    try desk.tool("sqlite3", Desk.databaseName, "insert into page_view values ('mo', 't-014', 'tick', '2024-01-10')")
    try desk.tool("sqlite3", Desk.databaseName, "insert into page_view values ('mo', 't-014', 'tick', '\(try desk.today())')")
    #expect(try desk.run("privacy retention").text.contains("1 regel van wie welke bladzijde opende"))
    try desk.run("privacy retention --apply")
    #expect(try desk.tool("sqlite3", Desk.databaseName, "select count(*) from page_view").text == "1\n")
  }
}

extension Desk {
  /// The day that the program takes for today.
  fileprivate func today() throws -> String {
    try #require(try run("privacy access t-014 --json").text.firstMatch(of: /"madeOn":"([0-9-]+)"/)).1.description
  }

  /// A context of the administration at noon of a day.
  fileprivate func context(on day: CalendarDate, isDryRun: Bool = false) -> JourneyContext {
    JourneyContext(
      database: url(Desk.databaseName).path, holder: "test",
      now: Instant(milliseconds: Int64(day.dayNumber) * 86_400_000 + 43_200_000),
      actingText: nil, account: "test", isDryRun: isDryRun)
  }

  /// Says on a day how a training stands.
  fileprivate func put(_ trainee: String, _ status: Trainee.Status, on day: String) throws {
    var fields = TraineeJourney.Fields()
    fields.status = status
    _ = try TraineeJourney.edit(context(on: try #require(CalendarDate(iso: day))), who: trainee, fields)
  }

  /// Adds a trainee whose training is over already.
  fileprivate func addEnded(_ id: String, on day: String) throws {
    var fields = TraineeJourney.Fields()
    (fields.id, fields.given, fields.family, fields.team) = (id, "Piet", "Pieters", "Montage")
    (fields.profile, fields.status) = ("constructie-2", .gestopt)
    _ = try TraineeJourney.add(context(on: try #require(CalendarDate(iso: day))), fields)
  }

  fileprivate func holds(_ word: String) throws -> Bool {
    try ["", "-wal"].contains { end in
      try has(Desk.databaseName + end) && read(Desk.databaseName + end).range(of: Data(word.utf8)) != nil
    }
  }
}
