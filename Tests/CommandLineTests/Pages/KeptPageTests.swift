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

  @Test func `one person's page is never another's`() async throws {
    let site = try ServedSite.samples("mo", "anouk", "t-014")
    #expect(try await site.visit("mo").get("/").text.contains("Sanne de Wit"))
    #expect(try await !site.visit("anouk").get("/").text.contains("Sanne de Wit"))
    #expect(try await site.visit("mo").get("/trainee/t-014").status == 200)
    #expect(try await site.visit("anouk").get("/trainee/t-014").status == 404)
  }
}
