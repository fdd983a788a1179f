import Foundation
import Testing

@Suite(.fewAtOnce) struct SetupPageTests {
  @Test func `Ria sees for whom a task changes before she saves it, and can undo it`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    let page = try await ria.get("/beheer/taken/LAS-05")
    let filled = Self.filled(page, ["titel": "Lasnaad bekijken", "groep": "Lassen", "nodig": "3"])
    let count = try site.desk.bookings().count
    let plan = try await ria.send("/beheer/taken/LAS-05", filled)
    #expect(plan.read.contains("taak LAS-05, Titel Lasnaad visueel controleren → Lasnaad bekijken"))
    #expect(plan.read.contains("Dit gaat over 25 trainees: Thijs Verhoeven"))
    #expect(try site.desk.bookings().count == count)
    let saved = try await ria.send("/beheer/taken/LAS-05", plan.hidden.merging(["klopt": "ja"]) { one, _ in one })
    #expect(saved.location == "/boeking/b-0003")
    #expect(try await ria.get("/beheer/taken").read.contains("Lasnaad bekijken"))
    _ = try await ria.get("/boeking/b-0003")
    #expect(try await ria.send("/boeking/b-0003/ongedaan", [:]).status == 200)
    #expect(try await ria.get("/beheer/taken").read.contains("Lasnaad visueel controleren"))
  }

  @Test func `a field that does not fit is told beside it, with what was typed`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    let page = try await ria.get("/beheer/taken/LAS-05")
    let asked = try await ria.send("/beheer/taken/LAS-05", Self.filled(page, ["titel": "Las <b> & \"meer\"", "nodig": "veel"]))
    #expect(asked.status == 422)
    #expect(asked.read.contains("‘veel’ past hier niet. Hier hoort: een getal van 0 tot 999."))
    #expect(asked.text.contains("name=\"nodig\" value=\"veel\" maxlength=\"200\" aria-describedby=\"nodig-uitleg\""))
    #expect(asked.text.contains("value=\"Las &lt;b&gt; &amp; &quot;meer&quot;\""))
  }

  @Test func `what somebody else changed meanwhile is shown beside what was typed`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    let page = try await ria.get("/beheer/mensen/mo")
    let typed = Self.filled(
      page,
      ["roepnaam": "Mo", "achternaam": "Haddou", "personeelsnummer": "00101", "team": "Montage", "rollen": "werkplekbegeleider"])
    try site.desk.copyCompany(to: "bedrijf", changing: "mensen.csv") {
      $0.replacingOccurrences(of: "mo;Mo;;Haddou;00101;Werkplaats Noord", with: "mo;Mo;;Haddou;00101;Werkplaats Oost")
    }
    try site.desk.run("setup bedrijf")
    let asked = try await ria.send("/beheer/mensen/mo", typed)
    #expect(asked.status == 409)
    #expect(asked.read.contains("Iemand anders heeft dit intussen veranderd."))
    #expect(asked.read.contains("Dit is nu: Werkplaats Oost"))
    #expect(asked.text.contains("name=\"team\" value=\"Montage\""))
  }

  @Test func `a new trainee is checked as the files are, and a number of somebody else is refused`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    _ = try await ria.get("/beheer/nieuw/trainees")
    let fields = [
      "id": "t-900", "roepnaam": "Nina", "achternaam": "Kok", "team": "Montage", "profiel": "constructie-2",
      "start": "1-2-2027", "status": "lopend", "klopt": "ja",
    ]
    let taken = try await ria.send("/beheer/nieuw/trainees", fields.merging(["personeelsnummer": "00371"]) { one, _ in one })
    #expect(taken.status == 422)
    #expect(try await ria.send("/beheer/nieuw/trainees", fields.merging(["id": "t-014"]) { _, new in new }).status == 422)
    #expect(try await ria.send("/beheer/nieuw/trainees", fields).status == 303)
    #expect(try site.desk.run("trainee show t-900").text.contains("Nina Kok"))
  }

  @Test func `another profile is a new version, and who is under way keeps the old one`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    let page = try await ria.get("/beheer/profielen/constructie-3")
    let before = try site.desk.matrix()
    let sent = Self.filled(page, ["titel": "Constructiewerker niveau 3", "niveau.BAS-04": "beheerst", "week.BAS-04": "3"])
    let plan = try await ria.send("/beheer/profielen/constructie-3", sent)
    #expect(plan.read.contains("Versie 1 → 2"))
    #expect(plan.read.contains("Voor niemand die nu leert, verandert er iets."))
    #expect(
      try await ria.send("/beheer/profielen/constructie-3", plan.hidden.merging(["klopt": "ja"]) { one, _ in one }).status == 303)
    #expect(try site.desk.matrix() == before)
    #expect(try await ria.get("/beheer/profielen").read.contains("constructie-3 · Versie 2"))
  }

  @Test(arguments: ["/beheer/taken", "/beheer/niveaus", "/beheer/nieuw/trainees", "/beheer/mensen/mo"])
  func `the set-up is for who looks after it`(path: String) async throws {
    let site = try ServedSite.samples("mo", "ineke")
    for person in ["mo", "ineke"] {
      #expect(try await (try await site.visit(person)).get(path).status == 403, "\(person)")
    }
  }

  /// What is filled in, with the state that the page showed.
  static func filled(_ page: PageSeen, _ fields: [String: String]) -> [String: String] {
    fields.merging(page.hidden.filter { $0.key == "stand" }) { one, _ in one }
  }
}
