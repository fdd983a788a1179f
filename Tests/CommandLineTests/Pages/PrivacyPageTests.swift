import Foundation
import Testing

/// What the AVG asks, for people who never open a terminal.
@Suite(.fewAtOnce) struct PrivacyPageTests {
  @Test func `a trainee fetches everything, and says how she sees it`() async throws {
    let site = try ServedSite.samples("t-014", "mo")
    let sanne = try await site.visit("t-014")
    #expect(try await sanne.get("/mijn-gegevens").read.contains("Alles over mij (pdf)"))
    let data = try await sanne.get("/mijn-gegevens/alles.json")
    #expect(data.status == 200 && data.text.contains("\"schema\":\"vakmatrix/person/1\"") && data.text.contains("0512345"))
    #expect(try await sanne.get("/mijn-gegevens/alles.pdf").status == 200)
    _ = try await sanne.get("/mijn-gegevens")
    #expect(try await sanne.send("/mijn-gegevens/kijk", ["kijk": "Zo ging het niet"]).read.contains("Jouw kijk staat erbij."))
    #expect(try site.desk.run("privacy access sanne").text.contains("Zo ging het niet"))
    // Nobody else has such a file of anybody.
    let mo = try await site.visit("mo")
    #expect(try await mo.get("/mijn-gegevens/alles.json").status == 403)
  }

  @Test func `the administration restricts, releases and erases, and nothing goes by a slip`() async throws {
    let site = try ServedSite.samples("ria", "t-014")
    let sanne = try await site.visit("t-014")
    let ria = try await site.visit("ria")
    #expect(try await ria.get("/beheer").read.contains("Privacy"))
    _ = try await ria.get("/beheer/privacy")
    #expect(try await ria.send("/beheer/privacy/beperken", ["wie": "sanne", "reden": "bezwaar"]).status == 303)
    #expect(try await ria.get("/beheer/privacy").read.contains("Geef vrij"))
    #expect(try await ria.send("/beheer/privacy/vrijgeven", ["wie": "t-014"]).status == 303)

    _ = try await ria.get("/beheer/privacy")
    let unsure = try await ria.send("/beheer/privacy/wissen", ["wie": "t-014"])
    #expect(unsure.status == 422 && unsure.read.contains("Er is niets gewist."))
    let vague = try await ria.send("/beheer/privacy/wissen", ["wie": "sanne", "zeker": "ja"])
    #expect(vague.status == 422 && vague.read.contains("met het hele id of personeelsnummer"))
    let done = try await ria.send("/beheer/privacy/wissen", ["wie": "t-014", "zeker": "ja"])
    #expect(done.status == 200 && done.read.contains("Wat geteld was staat nu onder gewist-1."))
    // Who was signed in is out, and nobody sees the name any more.
    #expect(try await sanne.get("/").status == 303)
    for path in ["/beheer/logboek", "/beheer/trainees", "/team/Werkplaats%20Noord"] {
      #expect(try await !ria.get(path).read.contains("Sanne"), "\(path)")
    }
  }

  @Test func `what is due goes when the administration says so twice`() async throws {
    let site = try ServedSite.samples("ria")
    try site.desk.tool(
      "sqlite3", Desk.databaseName, "insert into page_view values ('mo', 't-014', 'tick', '2024-01-10')")
    let ria = try await site.visit("ria")
    #expect(try await ria.get("/beheer/privacy").read.contains("Daarbij 1 regel van wie welke bladzijde opende."))
    #expect(try await ria.send("/beheer/privacy/bewaartermijn", [:]).status == 422)
    _ = try await ria.get("/beheer/privacy")
    #expect(try await ria.send("/beheer/privacy/bewaartermijn", ["zeker": "ja"]).status == 200)
    let left = "select count(*) from page_view where seen_on < '2024-06-01'"
    #expect(try site.desk.tool("sqlite3", Desk.databaseName, left).text == "0\n")
  }
}
