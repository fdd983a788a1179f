import Foundation
import Testing

/// Pages that are given again while nothing has changed.
@Suite(.fewAtOnce) struct KeptPageTests {
  private static let team = "/team/Werkplaats%20Noord"

  @Test func `a page is the same to the letter, but for the proof that a form of another session must send`() async throws {
    let site = try ServedSite.samples("mo")
    let (phone, desk) = (try await site.visit("mo"), try await site.visit("mo"))
    let (first, second) = (try await phone.get(Self.team), try await desk.get(Self.team))
    let (one, other) = (try #require(first.hidden["bewijs"]), try #require(second.hidden["bewijs"]))
    #expect(one != other)
    #expect(first.text.replacing(one, with: "") == second.text.replacing(other, with: ""))
    #expect(try await desk.send("/taal", ["taal": "en"]).status == 303, "its proof is taken")
    #expect(try await desk.get(Self.team).text.contains("lang=\"en\""))
    #expect(try await phone.get(Self.team).text.contains("lang=\"nl\""))
  }

  @Test func `what anybody changed stands on the page at once`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let before = try await mo.get(Self.team).text
    #expect(try await mo.get(Self.team).text == before)
    try site.desk.run("matrix set sanne LAS-04=aangeleerd --by mo")
    #expect(try await mo.get(Self.team).text != before)
    try site.desk.run("undo b-0003 --by mo")
    #expect(try await mo.get(Self.team).text == before, "what was taken back is gone")
    try site.desk.run("trainee edit sanne --given Sanna")
    #expect(try await mo.get("/").text.contains("Sanna de Wit"), "the set-up is read anew")
  }

  @Test(arguments: ["mo", "ineke", "t-014"])
  func `whatever is written, a server that kept its pages shows what one that just began shows`(_ who: String) async throws {
    let desk = try Desk(.samples)
    try desk.run("account password \(who)", input: ServedSite.password + "\n")
    let long = try ServedSite(desk)
    let visit = try await long.visit(who)
    let pages = ["/", Self.team, "/trainee/t-014", "/trainee/t-014/afvinken", "/trainee/t-015", "/gesprekken"]
    for page in pages { _ = try await visit.get(page) }
    for act in [
      "matrix set sanne LAS-04=aangeleerd --by mo", "matrix set youssef LAS-01=beheerst --by mo", "undo b-0003 --by mo",
      "matrix set sanne LAS-05=aangeleerd --by t-014", "conversation plan sanne --on 2036-03-03 --by mo",
      "agreement add sanne Oefenen --by mo", "trainee edit youssef --given Joes",
    ] {
      try desk.run(act)
      let fresh = try ServedSite(desk)
      let newcomer = try await fresh.visit(who)
      for page in pages {
        let (kept, made) = (try await visit.get(page), try await newcomer.get(page))
        #expect(kept.status == made.status && Self.bare(kept) == Self.bare(made), "\(page) after \(act)")
      }
    }
  }

  @Test func `a form that was kept has a key of its own each time it is shown, so that both are taken`() async throws {
    let site = try ServedSite.samples("mo")
    let (phone, desk) = (try await site.visit("mo"), try await site.visit("mo"))
    let sheet = "/trainee/t-014/afvinken"
    let (first, second) = (try await phone.get(sheet), try await desk.get(sheet))
    #expect(first.hidden["sleutel"] != second.hidden["sleutel"] && Self.bare(first) == Self.bare(second))
    func tick(_ level: String) -> [String: String] { ["was.SAM-04": "nog_niet", "taak.SAM-04": level] }
    #expect(try await phone.send(sheet, tick("aangeleerd")).status == 200)
    #expect(try await desk.send(sheet, tick("beheerst")).read.contains("Welke klopt?"), "it is told what was written since")
  }

  /// A page without what belongs to one session or one moment.
  private static func bare(_ page: PageSeen) -> String {
    page.text.replacing(/name="(bewijs|sleutel)" value="[^"]*"/, with: "")
  }

  @Test func `a server that has written goes on seeing what other programs write, and they what it writes`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let sheet = "/trainee/t-014/afvinken?alle"
    for (task, other) in [("SAM-04", "LAS-03"), ("SAM-05", "SAM-06")] {
      _ = try await mo.get(sheet)
      try await mo.send("/trainee/t-014/afvinken", ["was.\(task)": "nog_niet", "taak.\(task)": "aangeleerd"])
      let line = try site.desk.run("matrix show sanne --by mo").text.split(separator: "\n").first { $0.hasPrefix(task) }
      #expect(line?.contains("◐") == true)
      // The program that ends last clears away the log, unless it knows that the server reads it.
      try site.desk.run("matrix set sanne \(other)=aangeleerd --by mo")
      #expect(try await mo.get(sheet).text.contains("name=\"was.\(other)\" value=\"aangeleerd\""))
    }
  }

  @Test func `one person's page is never another's`() async throws {
    let site = try ServedSite.samples("mo", "anouk", "t-014")
    #expect(try await site.visit("mo").get("/").text.contains("Sanne de Wit"))
    #expect(try await !site.visit("anouk").get("/").text.contains("Sanne de Wit"))
    #expect(try await site.visit("mo").get("/trainee/t-014").status == 200)
    #expect(try await site.visit("anouk").get("/trainee/t-014").status == 404)
  }
}
