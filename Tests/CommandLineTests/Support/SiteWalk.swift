import Testing

/// Every page that somebody comes to by following links.
enum SiteWalk {
  /// The pages in the order in which they were found, from the first one on; of pages that look alike a few, those about Sanne more.
  static func pages(_ visit: Visit) async throws -> [(path: String, text: String)] {
    var (waiting, seen, alike): ([String], Set<String>, [String: Int]) = (["/"], ["/"], [:])
    var pages: [(path: String, text: String)] = []
    while !waiting.isEmpty {
      let path = waiting.removeFirst()
      let page = try await visit.get(path)
      let text = page.location.map { "href=\"\($0)\"" } ?? page.text
      if page.location == nil { pages.append((path, text)) }
      for link in text.matches(of: /href="(\/[^"]*)"/) {
        let next = String(HTMLText.plain(String(link.output.1)).prefix { $0 != "#" })
        let (most, isFile) = (next.contains("t-014") ? 20 : 4, next.contains(/\.(pdf|xlsx|csv|ics|xml|css|js)/))
        guard !isFile, alike[kind(of: next), default: 0] < most, seen.insert(next).inserted else { continue }
        alike[kind(of: next), default: 0] += 1
        waiting.append(next)
      }
    }
    return pages
  }

  /// What pages that look alike have in common: the path without what is of one of them.
  static func kind(of path: String) -> String { path.replacing(/[^\/?]*(\d|%)[^\/?]*/, with: "*") }
}
