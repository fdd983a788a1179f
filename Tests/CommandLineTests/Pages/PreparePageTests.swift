import Foundation
import Testing

/// Preparing a conversation on one's own side, with stops in between.
@Suite(.fewAtOnce) struct PreparePageTests {
  /// Sanne's next conversation with Mo, both let in.
  private static func site() throws -> (site: ServedSite, path: String) {
    let site = try ServedSite.samples("mo", "t-014", "hatice")
    let plan = try site.desk.run("conversation plan sanne --on \(Day.fromToday(7)) --by mo --json").text
    let id = try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output
    return (site, "/gesprek/\(id)/voorbereiden")
  }

  @Test func `Sanne answers one question, stops, and goes on the next day with nothing lost`() async throws {
    let (site, path) = try Self.site()
    let sanne = try await site.visit("t-014")
    #expect(try await sanne.get("/").text.contains("href=\"\(path)\""), "the way there is on the first page")
    let first = try await sanne.get(path)
    #expect(first.read.contains("Vraag 1 van"))
    let saved = try await sanne.send(path, ["vraag": "1", "was": "", "antwoord": "Drie naden achter elkaar goed"])
    #expect(saved.location == path + "?vraag=2")
    let later = try await site.visit("t-014")
    let second = try await later.get(path)
    #expect(second.read.contains("Vraag 2 van"), "it opens where she stopped")
    // What she wrote before is one tap away.
    #expect(HTMLText.plain(second.text).contains("href=\"\(path)?vraag=1\">Vorige<"))
    let all = try #require(HTMLText.plain(second.text).firstMatch(of: /href="([^"]*)">Wat jij schreef</)).output.1
    #expect(try await later.get(String(all)).read.contains("Drie naden achter elkaar goed"))
    #expect(try await later.get(path + "?vraag=1").text.contains("Drie naden achter elkaar goed"))
    // What is skipped is passed too, and skipping what is answered takes nothing away.
    for question in ["2", "1"] {
      #expect(try await later.send(path, ["vraag": question, "overslaan": "1", "antwoord": ""]).status == 303)
    }
    #expect(try await later.get(path).read.contains("Vraag 3 van"))
    #expect(try await later.get(path + "?vraag=1").text.contains("Drie naden achter elkaar goed"))
  }

  @Test func `the other side reads what was written when both are ready, and knows before that somebody is`() async throws {
    let (site, path) = try Self.site()
    let (sanne, mo) = (try await site.visit("t-014"), try await site.visit("mo"))
    _ = try await sanne.get(path)
    _ = try await sanne.send(path, ["vraag": "1", "was": "", "antwoord": "GEHEIM-Zeepaardje"])
    _ = try await sanne.get(path + "?vraag=9")
    _ = try await sanne.send(path, ["klaar": "1"])
    let before = try await mo.get(path + "?vraag=9")
    #expect(before.read.contains("Sanne is klaar met voorbereiden. Je ziet de antwoorden als jij ook klaar bent."))
    #expect(!before.text.contains("Zeepaardje"))
    _ = try await mo.send(path, ["klaar": "1"])
    #expect(try await mo.get(path + "?vraag=9").text.contains("GEHEIM-Zeepaardje"))
  }

  @Test func `every question may be skipped`() async throws {
    let (site, path) = try Self.site()
    let sanne = try await site.visit("t-014")
    _ = try await sanne.get(path + "?vraag=9")
    _ = try await sanne.send(path, ["klaar": "1"])
    #expect(try await sanne.get(path + "?vraag=9").read.contains("Je bent klaar met voorbereiden."))
  }

  @Test func `a number of a question that there cannot be stops neither the page nor the server`() async throws {
    let (site, path) = try Self.site()
    let sanne = try await site.visit("t-014")
    for number in [Int.min, -1, 0, Int.max] {
      #expect(try await sanne.get(path + "?vraag=\(number)").status == 200)
      #expect(try await sanne.send(path, ["vraag": "\(number)", "antwoord": "x"]).status == 303)
    }
    _ = try await sanne.get(path)
    #expect(try await sanne.send(path, ["vraag": "\(Int.max)", "klaar": "1"]).status == 303)
    #expect(try await sanne.get(path + "?vraag=9").read.contains("Je bent klaar met voorbereiden."))
  }

  @Test func `an answer that was saved from elsewhere meanwhile is shown and not written over`() async throws {
    let (site, path) = try Self.site()
    let (phone, desk) = (try await site.visit("t-014"), try await site.visit("t-014"))
    _ = try await phone.get(path)
    _ = try await desk.get(path)
    _ = try await desk.send(path, ["vraag": "1", "was": "", "antwoord": "Van de computer"])
    let asked = try await phone.send(path, ["vraag": "1", "was": "", "antwoord": "Van de telefoon"])
    #expect(asked.status == 409)
    #expect(asked.text.contains("Van de computer") && asked.text.contains("Van de telefoon"))
  }

  @Test func `a colleague who does not take part finds no conversation`() async throws {
    let (site, path) = try Self.site()
    #expect(try await site.visit("hatice").get(path).status == 404)
  }
}
