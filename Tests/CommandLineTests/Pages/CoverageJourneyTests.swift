import Foundation
import Testing

/// Which tasks nobody can do, and which depend on one person, as Ineke asks it from her first page.
@Suite(.serialized, .fewAtOnce) struct CoverageJourneyTests {
  /// What the command line tells, of which a page must tell the same.
  private struct Coverage: Decodable {
    struct Line: Decodable { let task, title, standing: String }
    struct Team: Decodable {
      let team: String
      let tasks: [Line]
    }
    let teams: [Team]
  }

  @Test func `Ineke reads in words, two clicks from her first page, which tasks nobody or one person can do`() throws {
    let site = try ServedSite.samples("ineke")
    let told = try site.desk.run("matrix coverage --by ineke --json").document(Coverage.self)
    let team = try #require(told.teams.first { $0.team == "Werkplaats Noord" })
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("ineke", at: site)
    let ineke = CountedHand(desk)
    try ineke.tap("nav a[href='/team']")
    // Who has one team is there at once.
    if told.teams.count > 1 { try ineke.tap("main a[href='/team/Werkplaats%20Noord']") }
    try desk.waitForText("Let op")
    #expect(ineke.taps <= 2)
    for (standing, words, heading) in [
      ("nobody", "niemand", "Niemand kan dit zelfstandig"), ("one_person", "op 1 persoon", "Eén persoon kan dit zelfstandig"),
    ] {
      let tasks = team.tasks.filter { $0.standing == standing }
      #expect(!tasks.isEmpty, "the samples have no task of \(standing)")
      #expect(try Self.codes(words, on: desk) == Set(tasks.map(\.task)))
      let named = try Self.named(heading, on: desk)
      #expect(named.count == tasks.count && zip(named, tasks).allSatisfy { $0.hasPrefix($1.title) }, "\(named)")
    }
    // The column of words is seen without moving the matrix sideways.
    let column = try desk.place(try desk.find(".matrix tbody .need"))
    #expect(column.x + column.width <= 1280, "\(column)")
    try desk.close()
  }

  @Test func `where many tasks lack people, the first are named and the rest fold open, so that none is left out`() throws {
    let desk = try Desk(.company)
    try desk.run("account password ineke", input: ServedSite.password + "\n")
    let told = try desk.run("matrix coverage --by ineke --json").document(Coverage.self)
    let titles = try #require(told.teams.first { $0.team == "Werkplaats Noord" }).tasks.filter { $0.standing == "nobody" }.map(
      \.title)
    #expect(titles.count > 8)
    let site = try ServedSite(desk)
    let browser = try Browser(.desk, in: desk, hasScript: false)
    try browser.signIn("ineke", at: site)
    try browser.open(site.origin + "/team/Werkplaats%20Noord")
    let point = ".attention dl div:first-child"
    #expect(try browser.text(point + " summary") == "en nog \(titles.count - 8)")
    let first = "return document.querySelector('\(point)').innerText"
    #expect(try (browser.run(first) as? String)?.contains(titles[8]) == false)
    try browser.click(point + " summary")
    let all = try browser.run(first) as? String ?? ""
    for title in titles { #expect(all.contains(title), "\(title) is not in \(all)") }
    try browser.close()
  }

  /// The codes of the tasks that the matrix marks with these words.
  private static func codes(_ words: String, on browser: Browser) throws -> Set<String> {
    let script = """
      return [...document.querySelectorAll('.matrix tbody tr')]
        .filter(row => row.querySelector('.need strong')?.innerText === arguments[0]).map(row => row.querySelector('.code').innerText)
      """
    return Set(try #require(try browser.run(script, [words]) as? [String]))
  }

  /// What stands under a heading of what needs attention.
  private static func named(_ heading: String, on browser: Browser) throws -> [String] {
    let script = """
      const point = [...document.querySelectorAll('.attention dl div')].find(one => one.querySelector('dt').innerText === arguments[0]);
      return point.querySelector('dd').innerText.split('\\u00a0· ')
      """
    return try #require(try browser.run(script, [heading]) as? [String])
  }
}
