import Foundation
import Testing

@Suite(.fewAtOnce) struct InboxPageTests {
  @Test func `Mo takes over one proposal and refuses another, and both are one booking`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let page = try await mo.get("/postvak")
    let items = Self.proposals(on: page)
    try #require(items.count > 2)
    let count = try site.desk.bookings().count
    let saved = try await mo.send("/postvak", ["keuze." + items[0]: "over", "keuze." + items[1]: "niet"])
    #expect(saved.status == 303)
    #expect(saved.location?.hasPrefix("/boeking/b-") ?? false)
    #expect(try site.desk.bookings().count == count + 1)
    let left = Self.proposals(on: try await mo.get("/postvak"))
    #expect(!left.contains(items[0]) && !left.contains(items[1]))
    let booking = try await mo.get(try #require(saved.location))
    let undo = try #require(booking.text.firstMatch(of: /action="(\/boeking\/b-\d+\/ongedaan)"/)).output.1
    #expect(try await mo.send(String(undo), [:]).status == 200)
    #expect(Self.proposals(on: try await mo.get("/postvak")) == items)
  }

  @Test func `a line says where the form says it, and not where the server keeps it`() async throws {
    let site = try ServedSite.samples("mo")
    let page = try await (try await site.visit("mo")).get("/postvak")
    #expect(page.read.contains("2026-11-20-week47-40-formulieren.xml, regel"))
    #expect(!page.read.contains("SampleData/"))
  }

  @Test func `all proposals on the page are taken over with one button`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let page = try await mo.get("/postvak")
    #expect(page.read.contains("Neem alle \(Self.proposals(on: page).count) voorstellen op deze bladzijde over"))
    let proof = page.hidden.filter { ["bewijs", "sleutel"].contains($0.key) }
    let saved = try await mo.post(
      "/postvak", proof.merging(["alles": "ja", "voorstel": Self.proposals(on: page)[0]]) { _, given in given })
    #expect(saved.status == 303)
    #expect(Self.proposals(on: try await mo.get("/postvak")).count == Self.proposals(on: page).count - 1)
  }

  @Test func `what somebody else decided meanwhile is told, and the rest is saved`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let items = Self.proposals(on: try await mo.get("/postvak"))
    try site.desk.run("inbox refuse \(items[0]) --by ineke")
    let saved = try await mo.send("/postvak", ["keuze." + items[0]: "over", "keuze." + items[1]: "over"])
    #expect(saved.read.contains("Dit wacht niet meer. Iemand anders was eerder."))
    #expect(saved.read.contains("De andere is bewaard als boeking b-"))
    #expect(try site.desk.bookings().first?.kind == "accept")
  }

  @Test func `a level goes down only with a reason, and what was chosen stays chosen`() async throws {
    let site = try ServedSite.samples("ineke", "mo", "petra", "willem", "joyce", "selma")
    let item = try #require(try site.desk.inbox().first { $0.kind == "disagreement" })
    for person in ["ineke", "mo", "petra", "willem", "joyce", "selma"] {
      let visit = try await site.visit(person)
      guard try await visit.get("/postvak").text.contains("name=\"reden.\(item.item)\"") else { continue }
      let asked = try await visit.send("/postvak", ["keuze." + item.item: "over"])
      #expect(asked.status == 422)
      #expect(asked.read.contains("Schrijf waarom het niveau omlaag gaat."))
      #expect(asked.text.contains("name=\"keuze.\(item.item)\" value=\"over\" checked"))
      let told = try await visit.send("/postvak", ["keuze." + item.item: "over", "reden." + item.item: "Lang niet gedaan"])
      #expect(told.status == 303)
      #expect(try site.desk.inbox().contains { $0.item == item.item } == false)
      return
    }
    Issue.record("nobody could settle \(item.item)")
  }

  @Test func `Ria answers which task is meant, and the waiting line counts`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    let question = try #require(try site.desk.questions().first)
    let page = try await ria.get("/postvak/" + question.item)
    #expect(page.read.contains("Welke taak is ‘SLIJP-2’ van ROC Delta?"))
    #expect(try await ria.send("/postvak/" + question.item, ["onthoud": "ja"]).status == 422)
    let saved = try await ria.send("/postvak/" + question.item, ["antwoord": "LAS-05", "onthoud": "ja"])
    #expect(saved.status == 303)
    #expect(try site.desk.questions().isEmpty)
    _ = try await ria.get("/postvak")
    let late = try await ria.send("/postvak/" + question.item, ["antwoord": "LAS-05"])
    #expect(try await ria.get(try #require(late.location)).read.contains("Iemand anders was eerder."))
  }

  @Test func `a trainee has no inbox`() async throws {
    let site = try ServedSite.samples("t-014")
    let sanne = try await site.visit("t-014")
    #expect(try await sanne.get("/postvak").status == 403)
  }

  /// The proposals on the page that may be taken over.
  static func proposals(on page: PageSeen) -> [String] {
    page.text.matches(of: /name="voorstel" value="([^"]*)"/).map { String($0.output.1) }
  }
}
