import Foundation
import Testing

/// Holding a conversation on a page: five steps, a record, and what the trainee says of it.
@Suite(.fewAtOnce) struct ConversationPageTests {
  /// Sanne's conversation of today with Mo, with one agreement of an earlier one.
  private static func site() throws -> (site: ServedSite, path: String) {
    let site = try ServedSite.samples("mo", "ineke", "t-014", "hatice")
    try site.desk.run(#"agreement add sanne "Slijptol laten keuren | sanne | \#(Day.fromToday(3))" --by mo"#)
    let plan = try site.desk.run("conversation plan sanne --on \(Day.today) --by mo --json").text
    let id = try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output
    return (site, "/gesprek/\(id)")
  }

  /// A conversation that Mo has begun.
  private static func begun() async throws -> (site: ServedSite, path: String, mo: Visit) {
    let (site, path) = try site()
    let mo = try await site.visit("mo")
    _ = try await mo.get(path + "/stap/1")
    #expect(try await mo.send(path + "/begin", [:]).location == path + "/stap/1")
    _ = try await mo.get(path + "/stap/1")
    return (site, path, mo)
  }

  /// The place on the page of an agreement of before, by its words.
  private static func place(of words: String, on page: PageSeen?) throws -> String {
    let text = try #require(page?.text)
    let from = try #require(text.firstRange(of: "<legend>\(words)</legend>"))
    return String(try #require(text[from.upperBound...].firstMatch(of: /name="oud\.(\d+)"/)).output.1)
  }

  private static func id(of place: String, on page: PageSeen?) throws -> String {
    let text = try #require(page?.text)
    return String(
      try #require(text.firstMatch(of: try Regex(#"name="oud\.\#(place)" value="([^"]*)""#))).output[1].substring ?? "")
  }

  @Test func `the agreements of last time are one click from the first page, before anything else`() async throws {
    let (site, path) = try Self.site()
    let mo = try await site.visit("mo")
    #expect(try await mo.get("/").text.contains("href=\"\(path)/stap/1\""))
    let read = try await mo.get(path + "/stap/1").read
    let earlier = try #require(read.firstRange(of: "Afspraken van vorige keer"))
    #expect(read[..<earlier.lowerBound].utf8.count < 100, "something stands before them")
    #expect(read.contains("Slijptol laten keuren Sanne"))
  }

  @Test func `what became of an old agreement, what was said and what is agreed come in one record`() async throws {
    let (site, path, mo) = try await Self.begun()
    let place = try Self.place(of: "Slijptol laten keuren", on: mo.page)
    let old = [
      "oud.\(place)": try Self.id(of: place, on: mo.page), "wat_nu.\(place)": "gedaan", "t.terugblik": "Een goede maand",
      "was.terugblik": "",
    ]
    #expect(try await mo.send(path + "/stap/1", old).location == path + "/stap/2")
    #expect(!(try await mo.get(path + "/stap/1").text.contains("<legend>Slijptol")), "it was talked over")
    _ = try await mo.send(path + "/stap/3", ["t.knelpunten": "Wachten op de kantbank", "was.knelpunten": ""])
    _ = try await mo.get(path + "/stap/5")
    _ = try await mo.send(
      path + "/stap/5", ["wat.1": "Met Lisa TIG oefenen", "wie.1": "t-014", "voor.1": Day.fromToday(9), "zelfde": "1"])
    let last = try await mo.get(path + "/stap/5")
    #expect(last.read.contains("Met Lisa TIG oefenen Sanne"))
    let end = [
      "volgende": Day.fromToday(80), "tijd": "10.00", "nuttig": "ja", "afsluiten": "1", "wat.1": "Micrometer meenemen",
      "wie.1": "mo",
    ]
    #expect(try await mo.send(path + "/stap/5", end).location == path + "/verslag")
    let record = try await mo.get(path + "/verslag").read
    for words in ["Een goede maand", "Wachten op de kantbank", "Met Lisa TIG oefenen Sanne", "Micrometer meenemen Mo", "10.00"] {
      #expect(record.contains(words), "\(words)")
    }
    #expect(try site.desk.agreements().first { $0.text == "Slijptol laten keuren" }?.status == "done")
    #expect(try site.desk.run("conversation show sanne --by mo").text.contains("Een goede maand"))
  }

  @Test func `a page that was closed half-way has lost nothing`() async throws {
    let (site, path, mo) = try await Self.begun()
    _ = try await mo.send(path + "/stap/2", ["t.voortgang": "TIG gaat vooruit\r\nHechten ook", "was.voortgang": ""])
    let later = try await site.visit("mo")
    #expect(try await later.get(path + "/stap/2").text.contains("TIG gaat vooruit\nHechten ook</textarea>"))
    #expect(try await later.get("/").text.contains("href=\"\(path)/stap/1\""), "it still goes on")
  }

  @Test func `words of a topic that somebody else wrote meanwhile are shown and not written over`() async throws {
    let (site, path, mo) = try await Self.begun()
    let desk = try await site.visit("mo")
    _ = try await desk.get(path + "/stap/1")
    _ = try await desk.send(path + "/stap/1", ["t.terugblik": "Van de computer", "was.terugblik": ""])
    let asked = try await mo.send(path + "/stap/1", ["t.terugblik": "Van de telefoon", "was.terugblik": ""])
    #expect(asked.status == 409)
    #expect(asked.text.contains("<p>Van de computer</p>") && asked.text.contains("\nVan de telefoon</textarea>"))
    let chosen = ["t.terugblik": "Van de telefoon", "was.terugblik": "Van de computer"]
    #expect(try await mo.send(path + "/stap/1", chosen).status == 303)
    #expect(try await mo.get(path + "/stap/1").text.contains("\nVan de telefoon</textarea>"))
  }

  @Test func `the last step says which old agreements were not talked over`() async throws {
    let (_, path, mo) = try await Self.begun()
    #expect(try await mo.get(path + "/stap/5").read.contains("nog niet besproken."))
  }

  @Test func `asking somebody to look at a task makes an agreement and changes no level`() async throws {
    let (site, path, mo) = try await Self.begun()
    let before = try site.desk.run("matrix show sanne --by mo --json").text
    let second = try await mo.get(path + "/stap/2")
    let task = try #require(second.text.firstMatch(of: /<option value="([^"]+)">/)).output.1
    _ = try await mo.send(path + "/stap/2", ["taak": String(task), "bekijken": "1"])
    #expect(try site.desk.run("matrix show sanne --by mo --json").text == before)
    #expect(try site.desk.agreements().contains { $0.text.hasPrefix("Bekijken: ") && $0.owner == "mo" })
  }

  @Test func `an agreement without a name is asked for, with what was typed still there`() async throws {
    let (_, path, mo) = try await Self.begun()
    let asked = try await mo.send(path + "/stap/5", ["wat.1": "Veiligheidsbril zoeken", "wie.1": "", "afsluiten": "1"])
    #expect(asked.status == 422)
    #expect(asked.text.contains("Veiligheidsbril zoeken") && asked.read.contains("Kies wie dit gaat doen."))
  }

  @Test func `the trainee sees the record, and what was seen of an older version is not taken for the newer`() async throws {
    let (site, path, mo) = try await Self.begun()
    _ = try await mo.send(path + "/stap/1", ["t.terugblik": "Een goede maand", "was.terugblik": ""])
    _ = try await mo.get(path + "/stap/5")
    _ = try await mo.send(path + "/stap/5", ["afsluiten": "1"])
    let sanne = try await site.visit("t-014")
    let read = try await sanne.get(path + "/verslag")
    #expect(read.read.contains("Een goede maand"))
    let version = read.hidden["versie"] ?? ""
    // Mo changes a word after Sanne opened the page.
    _ = try await mo.get(path + "/stap/1")
    _ = try await mo.send(path + "/stap/1", ["t.terugblik": "Een heel goede maand", "was.terugblik": "Een goede maand"])
    let stale = try await sanne.send(path + "/gezien", ["woord": "akkoord", "versie": version])
    #expect(stale.status == 409 && stale.read.contains("Een heel goede maand"))
    let again = try await sanne.get(path + "/verslag")
    #expect(again.read.contains("Eerdere versies") && again.read.contains("Een goede maand"))
    _ = try await sanne.send(path + "/gezien", ["woord": "gezien", "versie": again.hidden["versie"] ?? "", "nuttig": "ja"])
    #expect(try await mo.get(path + "/verslag").read.contains("Sanne heeft het verslag gezien"))
    _ = try await sanne.get(path + "/verslag")
    let more = ["woord": "anders", "anders": "Het waren twee maanden", "versie": again.hidden["versie"] ?? ""]
    #expect(try await sanne.send(path + "/gezien", more).status == 303)
    #expect(try await mo.get(path + "/verslag").read.contains("Het waren twee maanden"))
  }

  @Test func `who leads the team reads the record only when it was chosen to share it`() async throws {
    let (site, path, mo) = try await Self.begun()
    _ = try await mo.send(path + "/stap/1", ["t.terugblik": "GEHEIM-Zeepaardje", "was.terugblik": ""])
    let ineke = try await site.visit("ineke")
    #expect(try await ineke.get(path + "/stap/1").status == 403)
    _ = try await mo.get(path + "/stap/5")
    _ = try await mo.send(path + "/stap/5", ["afsluiten": "1"])
    #expect(!(try await ineke.get(path + "/verslag").text.contains("Zeepaardje")))
    #expect(try await site.visit("hatice").get(path + "/verslag").status == 404)
  }
}
