import Foundation
import Testing

/// Names that are scripts, in a real browser: none runs, and each is read back as it was.
@Suite(.serialized, .fewAtOnce) struct HostileNamesTests {
  /// Pages with what people wrote on them, and where on each the names stand.
  private static let pages = [
    ("/trainee/t-014/afvinken?alle", "fieldset.tick legend a"), ("/", ".people .main"), ("/team/Taken", ".matrix th.task"),
    ("/team/Proef", ".matrix thead th"), ("/planning", ".people .main"),
  ]

  @Test func `a name that is a script does nothing and stands there as it was written`() throws {
    let desk = try HostileCompany.desk()
    try desk.run("account password ineke", input: ServedSite.password + "\n")
    let site = try ServedSite(desk)
    let browser = try Browser(.desk, in: desk)
    try browser.signIn("ineke", at: site)
    for (path, selector) in Self.pages {
      try browser.open(site.origin + path)
      #expect(try !browser.hasDialog, "\(path) opened a dialog")
      let script = "return [document.scripts.length, document.querySelectorAll(arguments[0]).length, window.xss === undefined]"
      let found = try #require(try browser.run(script, [selector]) as? [Any])
      #expect(found[0] as? Int == 1 && found[2] as? Bool == true, "\(path) has scripts that are not ours")
      #expect((found[1] as? Int ?? 0) > 0, "\(selector) is not on \(path)")
      #expect(try browser.complaints() == [], "\(path)")
    }
    try browser.open(site.origin + "/trainee/t-014/afvinken?alle")
    #expect(HostileCompany.strings.count >= 500)
    try Self.expectReadBack(HostileCompany.strings, "fieldset.tick legend a", in: browser)
    try browser.open(site.origin + "/planning")
    try Self.expectReadBack(HostileCompany.strings.map { $0 + " " + $0 }, ".people .main", in: browser)
    try browser.close()
  }

  /// What begins the elements must hold each of the texts, sign for sign.
  private static func expectReadBack(_ texts: [String], _ selector: String, in browser: Browser) throws {
    // As numbers, since the way back must not be what changes them.
    let names = try browser.run(
      "return [...document.querySelectorAll(arguments[0])].map(a => [...a.firstChild.data].map(c => c.codePointAt(0)))",
      [selector])
    let read = Set(names as? [[Int]] ?? [])
    for text in texts where !read.contains(text.unicodeScalars.map { Int($0.value) }) {
      Issue.record("\(text.debugDescription) is not read back from \(selector)")
    }
  }
}

extension Browser {
  /// What the browser complains of: refused by the policy, or a fault in a script.
  func complaints() throws -> [String] {
    let lines = try command("POST", "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return lines.compactMap { $0["message"] as? String }
  }
}
