import Foundation
import Testing

/// The agreements on the pages.
@Suite(.fewAtOnce) struct AgreementPageTests {
  @Test func `the board tells what is late first, and how many are mine to keep`() async throws {
    let site = try ServedSite.samples("mo")
    try site.desk.run("agreement add t-014 \"Opruimen | mo | 2999-01-05\" --by mo")
    let board = try await site.visit("mo").get("/afspraken")
    #expect(board.read.contains("Ik ben aan zet: "))
    let heads = board.text.matches(of: /<h2>([^<(]*)/).map { $0.output.1.trimmingCharacters(in: .whitespaces) }
    #expect(heads == ["Te laat", "Deze week", "Later", "Gedaan"])
    #expect(board.read.contains("Opruimen Mo Haddou"))
  }

  @Test func `an agreement is done with one button, and undone with one`() async throws {
    let site = try ServedSite.samples("mo")
    let (mo, path) = (try await site.visit("mo"), try Self.make(site))
    _ = try await mo.get("/afspraken")
    let done = try await mo.send(path + "/gedaan", [:])
    #expect(done.read.contains("Bewaard. De afspraak is gedaan."))
    #expect(try Self.open(site) == 0)
    let undo = try #require(done.text.firstMatch(of: /action="(\/boeking\/b-\d+\/ongedaan)"/)).output.1
    try await mo.send(String(undo), [:])
    #expect(try Self.open(site) == 1)
  }

  @Test func `another day is asked what is needed at the third time, and the answer becomes a step`() async throws {
    let site = try ServedSite.samples("mo")
    let (mo, path) = (try await site.visit("mo"), try Self.make(site))
    for day in ["2999-02-01", "2999-03-01"] {
      let was = try await mo.get(path).hidden["was"] ?? ""
      #expect(try await mo.send(path + "/verzet", ["dag": day, "was": was]).read.contains("heeft een nieuwe dag"))
    }
    let page = try await mo.get(path)
    #expect(page.read.contains("2 keer verzet"))
    #expect(page.read.contains("Wat is er nodig om dit te laten lukken?"))
    let was = page.hidden["was"] ?? ""
    let asked = try await mo.send(path + "/verzet", ["dag": "2999-04-01", "was": was])
    #expect(asked.status == 422)
    #expect(asked.text.contains("aria-describedby=\"nodig-fout\""))
    #expect(asked.text.contains("value=\"2999-04-01\""))
    let moved = try await mo.send(path + "/verzet", ["dag": "2999-04-01", "was": was, "nodig": "Een vrij half uur"])
    #expect(moved.status == 200)
    #expect(try await mo.get(path).read.contains("Een vrij half uur"))
  }

  @Test func `who moves an agreement that somebody else moved is shown both days`() async throws {
    let site = try ServedSite.samples("mo", "sanne")
    let (mo, sanne, path) = (try await site.visit("mo"), try await site.visit("t-014"), try Self.make(site))
    let was = try await mo.get(path).hidden["was"] ?? ""
    _ = try await sanne.get(path)
    try await sanne.send(path + "/verzet", ["dag": "2999-02-01", "was": was])
    let late = try await mo.send(path + "/verzet", ["dag": "2999-03-01", "was": was])
    #expect(late.status == 409)
    #expect(late.read.contains("intussen verzet naar vrijdag 1 februari 2999. Jij koos vrijdag 1 maart 2999."))
    try await sanne.send(path + "/gedaan", [:])
    let closed = try await mo.send(path + "/verzet", ["dag": "2999-03-01", "was": "2999-02-01"])
    #expect(closed.status == 409)
    #expect(closed.read.contains("Iemand anders heeft deze afspraak intussen gesloten."))
  }

  @Test func `a past day, a day that is none and lapsing without a reason are told at their field`() async throws {
    let site = try ServedSite.samples("mo")
    let (mo, path) = (try await site.visit("mo"), try Self.make(site))
    let was = try await mo.get(path).hidden["was"] ?? ""
    for (day, sentence) in [("2001-01-01", "Deze dag is al voorbij."), ("morgen", "Dit is geen dag die ik ken.")] {
      let answer = try await mo.send(path + "/verzet", ["dag": day, "was": was])
      #expect(answer.status == 422 && answer.read.contains(sentence))
      #expect(answer.text.contains("aria-describedby=\"dag-fout\""))
    }
    let drop = try await mo.send(path + "/vervalt", ["reden": " "])
    #expect(drop.status == 422 && drop.read.contains("Schrijf waarom de afspraak vervalt."))
    #expect(try await mo.send(path + "/vervalt", ["reden": "Niet meer nodig"]).read.contains("De afspraak vervalt."))
  }

  @Test func `a new agreement needs words and somebody who keeps it`() async throws {
    let site = try ServedSite.samples("sanne")
    let sanne = try await site.visit("t-014")
    let form = try await sanne.get("/afspraken/nieuw")
    let fields = ["bij": form.hidden["bij"] ?? "", "wat": "Elke dag <lassen>", "dag": ""]
    let asked = try await sanne.send("/afspraken/nieuw", fields)
    #expect(asked.status == 422)
    #expect(asked.read.contains("Kies wie dit gaat doen. Dan weet iedereen wie aan zet is."))
    #expect(asked.read.contains("Elke dag <lassen>"))
    let made = try await sanne.send("/afspraken/nieuw", fields.merging(["wie": "mo"]) { $1 })
    #expect(made.read.contains("Bewaard. De afspraak staat erbij."))
    #expect(made.read.contains("Elke dag <lassen> Mo Haddou"))
  }

  @Test func `nobody opens or closes an agreement of people whose words are not for them`() async throws {
    let site = try ServedSite.samples("karin", "ria", "sanne")
    let path = try Self.make(site, of: "t-015", by: "ineke")
    for person in ["karin", "ria", "t-014"] {
      let visit = try await site.visit(person)
      #expect(!(try await visit.get("/afspraken").read.contains("Opruimen")))
      #expect(try await visit.get(path).status == 404)
      _ = try await visit.get("/mijn-gegevens")
      #expect(try await visit.send(path + "/gedaan", [:]).status == 404)
    }
  }

  /// Makes an agreement and tells where it is shown.
  private static func make(_ site: ServedSite, of trainee: String = "t-014", by: String = "mo") throws -> String {
    struct Made: Decodable { let agreement: String }
    let made = try site.desk.run("agreement add \(trainee) \"Opruimen | | 2999-01-05\" --by \(by) --json").document(Made.self)
    return "/afspraken/\(trainee)/\(made.agreement)"
  }

  /// How many of those that were made here are open.
  private static func open(_ site: ServedSite) throws -> Int {
    try site.desk.run("agreement list t-014 --by mo").text.split(separator: "\n").count { $0.contains("Opruimen") }
  }
}
