import Foundation
import Testing

/// Texts that would run a script, in every field in which people's words are kept, on the pages that show them.
@Suite(.serialized, .fewAtOnce) struct ScriptPayloadTests {
  private static let people = ["mo", "ineke", "ria", "t-014"]

  @Test func `no text that anybody wrote runs a script on a page, and it is read there as it was written`() async throws {
    let desk = try FullDesk.make()
    let fields = try PlantedField.all(at: desk)
    for person in Self.people { try desk.run("account password \(person)", input: ServedSite.password + "\n") }

    // First with a mark in each row, to see what is shown where; then with all payloads in the rows of each field that are shown.
    try PlantedField.plant(fields.flatMap { field in field.rows.map { ($0, $0.mark) } }, at: desk)
    let pages = try await Self.pagesWithWords(fields, at: desk)
    let rows = fields.map { field in field.rows.filter { row in pages.contains { $0.rows.contains(row.mark) } } }
    let texts = rows.flatMap { ScriptPayloads.spread(over: $0) }
    try PlantedField.plant(texts, at: desk)
    let found = Set(rows.compactMap { $0.first?.field })
    #expect(Self.shown.subtracting(found) == [], "these are shown on no page that was found")

    let read = try Self.read(pages, at: desk)
    for (row, text) in texts where !read.contains(where: { $0.range(of: Data(text.utf8)) != nil }) {
      Issue.record("\(row.mark) is not read as it was written")
    }
  }

  /// The fields that must be among those that are shown.
  private static let shown: Set<String> = [
    "person_version.family_name", "trainee_version.given_name", "trainee_version.family_name", "trainee_version.programme",
    "task_version.title", "task_version.task_group", "profile_version.title", "school_version.school_name", "agreement",
    "ambition",
    "compliment", "note", "preparation", "reason", "topic",
  ]

  private struct Page {
    let person, path: String
    /// The marks of the rows that are shown on it.
    let rows: Set<String>
  }

  /// Walks through the site, and keeps the pages that show a row or a field that none before did.
  private static func pagesWithWords(_ fields: [PlantedField], at desk: Desk) async throws -> [Page] {
    let site = try ServedSite(desk)
    var (pages, shown): ([Page], Set<String>) = ([], [])
    for person in people {
      for (path, text) in try await SiteWalk.pages(try await site.visit(person)) {
        let marks = Set(text.matches(of: /‹([a-z_.]+)#\d+›/).map { String($0.output.0) })
        let news = marks.union(marks.map { person + SiteWalk.kind(of: path) + $0.split(separator: "#")[0] })
        if !news.isSubset(of: shown) { pages.append(Page(person: person, path: path, rows: marks)) }
        shown.formUnion(news)
      }
    }
    return pages
  }

  /// Opens the pages in a browser: nothing on them is foreign and nothing runs. What a person reads on each.
  private static func read(_ pages: [Page], at desk: Desk) throws -> [Data] {
    let site = try ServedSite(desk)
    var texts: [Data] = []
    for person in people {
      let browser = try Browser(.desk, in: desk)
      try browser.signIn(person, at: site)
      for page in pages where page.person == person {
        try browser.open(site.origin + page.path)
        #expect(try !browser.hasDialog, "\(page.path) opened a dialog")
        let found = try #require(try browser.run(look) as? [String: Any], "\(page.path)")
        #expect(found["foreign"] as? [String] == [], "\(page.path)")
        let complaints = try browser.complaints()
        #expect(complaints == [], "\(page.path)")
        texts.append(Data((found["text"] as? String ?? "").utf8))
      }
      try browser.close()
    }
    return texts
  }

  /// What a page says, and what of it is not ours: elements that our pages do not have, handlers, addresses elsewhere.
  private static let look = """
    const alien = ['STYLE', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'PLAINTEXT', 'XMP', 'TEMPLATE', 'NOSCRIPT', 'VIDEO', 'AUDIO', 'MATH']
    const leads = a => /^(href|src|action|formaction|xlink:href)$/.test(a.name) && a.value && !/^([\\/#?]|data:,$)/.test(a.value)
    const isAlien = e => alien.includes(e.tagName) || [...e.attributes].some(a => a.name.startsWith('on') || leads(a))
      || e.tagName == 'SCRIPT' && !e.src.startsWith(location.origin + '/vakmatrix.js')
    const values = [...document.querySelectorAll('input, textarea')].map(e => e.value)
    return {
      text: [document.documentElement.textContent, ...values].join('\\n'),
      foreign: [...document.querySelectorAll('*')].filter(isAlien).map(e => e.outerHTML.slice(0, 200)),
    }
    """
}
