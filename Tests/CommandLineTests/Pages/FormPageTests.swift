import Foundation
import Testing

/// A form of a school as a whole: its lines, its agreements, and what is done with all of it at once.
@Suite(.fewAtOnce) struct FormPageTests {
  @Test func `all choices of a form are one booking, and what somebody else decided stays and is shown beside them`() async throws
  {
    let site = try ServedSite.samples("mo", "ria")
    let mo = try await site.visit("mo")
    let path = try Self.path(on: try await mo.get("/postvak/formulieren"), saying: "2 regels om over te beslissen")
    let page = try await mo.get(path)
    let items = Self.items(on: page)
    try #require(items.count == 2)
    #expect(page.read.contains("gelijk."))
    let count = try site.desk.bookings().count
    #expect(try await mo.send(path, [:]).read.contains("Je hebt nog niets gekozen."))
    let saved = try await mo.send(path, ["keuze." + items[0]: "over", "keuze." + items[1]: "niet"])
    #expect(saved.location?.hasPrefix("/boeking/b-") ?? false)
    #expect(try site.desk.bookings().count == count + 1)
    let decided = try await mo.get(path)
    #expect(decided.read.contains("Overgenomen door Mo Haddou.") && decided.read.contains("Geweigerd door Mo Haddou."))
    #expect(decided.read.contains("gelezen door Mo Haddou op"))
    _ = try await mo.get(try #require(saved.location))
    #expect(try await mo.send("\(try #require(saved.location))/ongedaan", [:]).status == 200)
    #expect(Self.items(on: try await mo.get(path)) == items)

    try site.desk.run("inbox refuse \(items[0]) --by ineke")
    let stale = try await mo.send(path, ["keuze." + items[0]: "over", "keuze." + items[1]: "over"])
    #expect(stale.status == 422)
    #expect(stale.read.contains("Geweigerd door Ineke Bos."))
    #expect(stale.read.contains("Jij koos:") && stale.read.contains("Dat is niet bewaard."))
    #expect(stale.read.contains("De andere is bewaard als boeking b-"))
    #expect(try site.desk.inbox().allSatisfy { !items.contains($0.item) })
    // Ria sees the same, and a form about nobody that is there is not there.
    #expect(try await (try await site.visit("ria")).get(path).read.contains("Geweigerd door Ineke Bos."))
    #expect(try await mo.get("/postvak/formulieren/f-9999.1").status == 404)
  }

  @Test func `a form is refused with a reason, as one booking that can be undone`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    let path = try Self.path(on: try await ria.get("/postvak/formulieren"), saying: "2 regels om over te beslissen")
    let items = Self.items(on: try await ria.get(path))
    let count = try site.desk.bookings().count
    let unexplained = try await ria.send(path + "/weigeren", ["reden": " "])
    #expect(unexplained.status == 422)
    #expect(unexplained.read.contains("Schrijf waarom je het formulier weigert."))
    let refused = try await ria.send(path + "/weigeren", ["reden": "Hoort bij een ander bedrijf"])
    #expect(refused.location?.hasPrefix("/boeking/b-") ?? false)
    #expect(try site.desk.bookings().count == count + 1)
    #expect(try site.desk.bookings().first?.kind == "refuse")
    #expect(try site.desk.inbox().allSatisfy { !items.contains($0.item) })
    _ = try await ria.get(path)
    #expect(try await ria.send(path + "/weigeren", ["reden": "Nog eens"]).read.contains("Er is niets veranderd."))
    _ = try await ria.get(try #require(refused.location))
    _ = try await ria.send("\(try #require(refused.location))/ongedaan", [:])
    #expect(Self.items(on: try await ria.get(path)) == items)
  }

  @Test func `an agreement is left out for a reason by who may read it, and a form in which nothing waits is marked as read`()
    async throws
  {
    let site = try ServedSite.samples("mo", "ria")
    let (mo, ria) = (try await site.visit("mo"), try await site.visit("ria"))
    var (path, agreement) = ("", "")
    for place in stride(from: 0, through: 50, by: 50) where agreement.isEmpty {
      for found in Self.paths(on: try await mo.get("/postvak/formulieren?vanaf=\(place)")) where agreement.isEmpty {
        path = found
        let seen = try await mo.get(path).text
        agreement = seen.firstMatch(of: /name="afspraak\.([^"]*)" value="niet"/).map { String($0.output.1) } ?? ""
      }
    }
    try #require(!agreement.isEmpty)
    let hidden = try await ria.get(path)
    #expect(!hidden.text.contains("name=\"afspraak."))
    #expect(hidden.read.contains("die je hier niet kunt lezen"))
    let unexplained = try await mo.send(path, ["afspraak." + agreement: "niet"])
    #expect(unexplained.status == 422)
    #expect(unexplained.text.contains("name=\"afspraak.\(agreement)\" value=\"niet\" checked"))
    let dropped = try await mo.send(path, ["afspraak." + agreement: "niet", "waarom." + agreement: "Past niet bij ons werk"])
    #expect(dropped.location?.hasPrefix("/boeking/b-") ?? false)
    #expect(try await mo.get(path).text.contains("name=\"afspraak.\(agreement)\"") == false)

    let list = try await ria.get("/postvak/formulieren")
    let unread = list.text.matches(of: /name="formulier" value="([^"]*)"/).map { String($0.output.1) }
    let count = try site.desk.bookings().count
    #expect(list.read.contains("Markeer deze \(unread.count) als gelezen"))
    _ = try await ria.get("/postvak/formulieren/" + unread[0])
    #expect(try await ria.send("/postvak/formulieren/\(unread[0])/gelezen", [:]).location == "/postvak/formulieren")
    #expect(!Self.paths(on: try await ria.get("/postvak/formulieren")).contains("/postvak/formulieren/" + unread[0]))
    #expect(try await ria.get("/postvak/formulieren?gelezen").read.contains("gelezen door Ria Dekker op"))
    #expect(try site.desk.bookings().count == count, "reading changes no fact")
    _ = try await ria.get("/postvak/formulieren")
    #expect(try await ria.send("/postvak/formulieren", [:]).status == 422)
  }

  @Test func `a long list is told in pages of fifty, the newest first within what waits and what does not, each form once`()
    async throws
  {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    var (pages, next): ([PageSeen], String?) = ([], "/postvak/formulieren")
    var links = ""
    while let path = next {
      let page = try await ria.get(path)
      pages.append(page)
      links = HTMLText.plain(page.text)
      next = links.firstMatch(of: /href="(\/postvak\/formulieren\?vanaf=\d+)">Volgende</).map { String($0.output.1) }
    }
    let sizes = pages.map { Self.paths(on: $0).count }
    #expect(pages.count >= 2 && sizes.dropLast().allSatisfy { $0 == 50 } && (1...50).contains(sizes.last ?? 0), "\(sizes)")
    #expect(Set(pages.flatMap(Self.paths)).count == sizes.reduce(0, +))
    #expect(links.contains("href=\"/postvak/formulieren?vanaf=\(50 * (pages.count - 2))\">Vorige<"))

    let forms = pages.flatMap {
      $0.text.split(separator: "<li>").filter { $0.contains("/postvak/formulieren/f-") }.map(String.init)
    }
    let settled = forms.drop { !$0.contains("er wacht niets") }
    #expect(!settled.isEmpty && settled.allSatisfy { $0.contains("er wacht niets") })
    for part in [Array(forms.prefix(forms.count - settled.count)), Array(settled)] {
      let days = try part.map(Self.day)
      #expect(days == days.sorted(by: >), "\(days)")
    }
  }

  /// The day of a form in the list, as a number that sorts.
  private static func day(of line: String) throws -> Int {
    let found = try #require(line.firstMatch(of: /(\d+)-(\d+)-(\d{4})/)).output
    return try #require(Int(found.3)) * 10_000 + #require(Int(found.2)) * 100 + #require(Int(found.1))
  }

  /// The forms that a page lists.
  private static func paths(on page: PageSeen) -> [String] {
    page.text.matches(of: /href="(\/postvak\/formulieren\/f-[0-9.]+)"/).map { String($0.output.1) }
  }

  /// The first form of which the list says this.
  private static func path(on page: PageSeen, saying sentence: String) throws -> String {
    let found = page.text.split(separator: "<li>").first { $0.contains(sentence) }.map(String.init)
    return String(try #require(found?.firstMatch(of: /href="(\/postvak\/formulieren\/f-[0-9.]+)"/)).output.1)
  }

  /// What waits for a decision on a form.
  private static func items(on page: PageSeen) -> [String] {
    page.text.matches(of: /name="keuze\.([^"]*)" value=""/).map { String($0.output.1) }
  }
}
