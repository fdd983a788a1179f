import Foundation
import Testing

/// The planning on the pages: what is planned, for whom nothing is, and changing it.
@Suite(.fewAtOnce) struct PlanningPageTests {
  @Test func `who has nothing planned stands on top with the day of the rhythm, what is planned by week below`() async throws {
    let site = try ServedSite.samples("mo", "t-014")
    try site.desk.run("conversation plan sanne --on \(Day.fromToday(8)) --at 9.30 --minutes 45 --by mo")
    let page = try await site.visit("mo").get("/planning")
    #expect(page.read.contains("Nog niets gepland (4)"))
    #expect(page.read.contains("olgens het ritme"))
    let week = try #require(page.text.firstRange(of: /<h2>Week \d+[^<]*tot en met/)).lowerBound
    let (above, below) = (String(page.text[..<week]), String(page.text[week...]))
    #expect(above.contains("href=\"/planning/nieuw/t-015\"") && !above.contains("href=\"/planning/nieuw/t-014\""))
    #expect(below.contains("href=\"/planning/c-0003.1\">Sanne de Wit"))
    #expect(below.contains(", 9.30") && below.contains("voortgangsgesprek · Mo Haddou · 45 minuten"))

    let own = try await site.visit("t-014").get("/planning")
    #expect(own.read.contains(", 9.30") && !own.read.contains("Youssef"))
  }

  @Test func `a conversation that is past and not written down is told apart`() async throws {
    let site = try ServedSite.samples("ineke")
    try site.desk.run("conversation plan sanne --on \(Day.today) --by mo")
    // The day of the plan is set back, as if it had been planned last week.
    try site.desk.tool("sqlite3", Desk.databaseName, "update conversation_plan set planned_on = '\(Day.fromToday(-7))'")
    let page = try await site.visit("ineke").get("/planning")
    #expect(page.read.contains("Voorbij en nog niet vastgelegd Leg het gesprek vast, verzet het of zeg het af. Sanne de Wit"))
  }

  @Test func `a conversation is planned by day, time and minutes, and undone with one button`() async throws {
    let site = try ServedSite.samples("ineke")
    let ineke = try await site.visit("ineke")
    let form = try await ineke.get("/planning/nieuw/t-014")
    #expect(form.text.contains("name=\"duur\" type=\"number\" min=\"5\" max=\"240\" value=\"27\""), "the template's length")
    #expect(form.text.contains(/id="dag" name="dag" type="date" value="\d{4}-\d\d-\d\d"/), "the day that the rhythm gives")
    let made = try await ineke.send("/planning/nieuw/t-014", Self.plan(Day.fromToday(9), "10:15", "40"))
    #expect(made.read.contains("Bewaard. Het gesprek staat gepland: "))
    #expect(try Self.planned(site) == ["\(Day.fromToday(9)) 10.15 40 voortgangsgesprek"])
    let undo = try #require(made.text.firstMatch(of: /action="(\/boeking\/b-\d+\/ongedaan)"/)).output.1
    try await ineke.send(String(undo), [:])
    #expect(try Self.planned(site) == [])
  }

  @Test func `a conversation that is moved stays what it is, and loses its time when that is emptied`() async throws {
    let site = try ServedSite.samples("mo")
    let day = Day.fromToday(9)
    try site.desk.run("conversation plan sanne --on \(day) --at 10.00 --minutes 40 --template startgesprek --by mo")
    let mo = try await site.visit("mo")
    let was = try await mo.get("/planning/c-0003.1").hidden["was"] ?? ""
    let moved = try await mo.send(
      "/planning/c-0003.1/verzet", Self.plan(Day.fromToday(10), "", "40").merging(["was": was]) { $1 })
    #expect(moved.read.contains("Bewaard. Het gesprek is verzet: "))
    #expect(try Self.planned(site) == ["\(Day.fromToday(10)) - 40 startgesprek"])

    let same = try await mo.get("/planning/c-0003.1").hidden["was"] ?? ""
    let count = try site.desk.bookings().count
    let again = try await mo.send(
      "/planning/c-0003.1/verzet", Self.plan(Day.fromToday(10), "", "40").merging(["was": same]) { $1 })
    #expect(again.read.contains("Er is niets veranderd."))
    #expect(try site.desk.bookings().count == count)
  }

  @Test func `what somebody else moved meanwhile is shown beside one's own choice, and never written over`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    try site.desk.run("conversation plan sanne --on 2030-03-01 --at 10.00 --minutes 30 --by mo")
    let (mo, ineke) = (try await site.visit("mo"), try await site.visit("ineke"))
    let path = "/planning/c-0003.1"
    let was = try await mo.get(path).hidden["was"] ?? ""
    _ = try await ineke.get(path)
    try await ineke.send(path + "/verzet", Self.plan("2030-03-04", "10:00", "30").merging(["was": was]) { $1 })

    let late = try await mo.send(path + "/verzet", Self.plan("2030-03-05", "11:00", "30").merging(["was": was]) { $1 })
    #expect(late.status == 409)
    #expect(late.read.contains("verzet naar maandag 4 maart 2030, 10.00. Jij koos dinsdag 5 maart 2030, 11.00."))
    #expect(late.text.contains("value=\"2030-03-05\"") && late.text.contains("value=\"11:00\""), "the own choice is kept")
    let off = try await mo.send(path + "/afzeggen", ["was": was])
    #expect(off.status == 409 && off.read.contains("intussen verzet naar maandag 4 maart 2030, 10.00."))
    #expect(try Self.planned(site) == ["2030-03-04 10.00 30 voortgangsgesprek"])
    // Who sends it again has seen what the other chose.
    let seen = late.hidden["was"] ?? ""
    _ = try await mo.get(path)
    try await mo.send(path + "/verzet", Self.plan("2030-03-05", "11:00", "30").merging(["was": seen]) { $1 })
    #expect(try Self.planned(site) == ["2030-03-05 11.00 30 voortgangsgesprek"])
  }

  @Test func `a conversation is called off once, and can be moved no more`() async throws {
    let site = try ServedSite.samples("mo")
    try site.desk.run("conversation plan sanne --on 2030-03-01 --by mo")
    let mo = try await site.visit("mo")
    let page = try await mo.get("/planning/c-0003.1")
    let was = page.hidden["was"] ?? ""
    #expect(try await mo.send("/planning/c-0003.1/afzeggen", ["was": was]).read.contains("Het gesprek is afgezegd."))
    #expect(try Self.planned(site) == [])
    _ = try await mo.get("/planning")
    let late = try await mo.send("/planning/c-0003.1/verzet", Self.plan("2030-03-05", "", "30").merging(["was": was]) { $1 })
    #expect(late.status == 409 && late.read.contains("Dit gesprek is afgezegd."))
    #expect(!late.text.contains("/verzet\""))
    // Another language comes back to a page that can be asked.
    #expect(late.text.contains("name=\"naar\" value=\"/planning/c-0003.1\""))
  }

  @Test func `who plans while somebody else did is shown that conversation, ready to be moved`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    _ = try await mo.get("/planning/nieuw/t-014")
    try site.desk.run("conversation plan sanne --on 2030-03-01 --by ineke")
    let shown = try await mo.send("/planning/nieuw/t-014", Self.plan("2030-03-05", "10:00", "30"))
    #expect(shown.status == 409)
    #expect(shown.read.contains("al een gesprek: vrijdag 1 maart 2030. Jij koos dinsdag 5 maart 2030, 10.00."))
    #expect(shown.text.contains("action=\"/planning/c-0003.1/verzet\"") && shown.text.contains("value=\"2030-03-05\""))
    #expect(try await mo.get("/planning/nieuw/t-014").location == "/planning/c-0003.1")
  }

  @Test(arguments: [
    ("2001-01-01", "10:00", "30", "dag", "Deze dag is al voorbij."), ("morgen", "", "30", "dag", "Dit is geen dag die ik ken."),
    ("2030-03-05", "25:00", "30", "tijd", "Dit is geen tijd die ik ken."),
    ("2030-03-05", "", "241", "duur", "Kies 5 tot en met 240 minuten."), ("2030-03-05", "", "", "duur", "Kies 5 tot en met 240"),
  ])
  func `what cannot be planned is told at its field`(
    day: String, time: String, minutes: String, field: String, sentence: String
  ) async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    _ = try await mo.get("/planning/nieuw/t-014")
    let answer = try await mo.send("/planning/nieuw/t-014", Self.plan(day, time, minutes))
    #expect(answer.status == 422 && answer.read.contains(sentence))
    #expect(answer.text.contains("aria-describedby=\"\(field)-fout\""))
    #expect(try Self.planned(site) == [])
  }

  @Test func `the navigation holds at most five, and who administers too finds the planning on the first page`() async throws {
    let desk = try Desk()
    try desk.copyCompany(to: "bedrijf", changing: "mensen.csv") {
      $0.replacing("00088;Werkplaats Noord;", with: "00088;Werkplaats Noord;beheer ")
    }
    try desk.run("setup bedrijf")
    for person in ["mo", "ineke", "t-014"] { try desk.run("account password \(person)", input: ServedSite.password + "\n") }
    let site = try ServedSite(desk)
    for (person, isInNavigation) in [("mo", true), ("ineke", false), ("t-014", true)] {
      let page = try await site.visit(person).get("/")
      let navigation = try #require(page.text.firstMatch(of: /(?s)<nav.*<\/nav>/)).output
      #expect((3...5).contains(navigation.matches(of: /<li>/).count), "\(person)")
      #expect(navigation.contains("href=\"/planning\"") == isInNavigation, "\(person)")
      #expect(page.text.contains("href=\"/planning\""), "\(person)")
    }
  }

  /// A form as it is filled in.
  private static func plan(_ day: String, _ time: String, _ minutes: String) -> [String: String] {
    ["dag": day, "tijd": time, "duur": minutes]
  }

  /// What is planned with Sanne: day, time, minutes and kind.
  static func planned(_ site: ServedSite) throws -> [String] {
    struct Shown: Decodable {
      struct Trainee: Decodable { let planned: [Plan] }
      struct Plan: Decodable {
        let day, kind: String
        let time: String?
        let minutes: Int
      }
      let trainees: [Trainee]
    }
    return try site.desk.run("schedule show t-014 --by mo --json").document(Shown.self).trainees.flatMap(\.planned)
      .map { "\($0.day) \($0.time ?? "-") \($0.minutes) \($0.kind)" }
  }
}
