import Foundation
import Testing

/// Each page held against the rules of axe-core, at the width of a phone and of a desk.
@Suite(.serialized, .fewAtOnce) struct AccessibilityTests {
  @Test(arguments: [Browser.Screen.phone, .desk]) func `no page stands in the way of who cannot see or use a mouse`(
    _ screen: Browser.Screen
  ) async throws {
    let rules = try Self.rules.get()
    let site = try ServedSite(try PagesOfPeople.desk())
    let browser = try Browser(screen, in: site.desk)
    try PagesOfPeople.open(browser, at: site) { person, path in
      try browser.run(rules)
      let found = try browser.wait(
        for: "axe.run().then(r => arguments[0](r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))))")
      #expect(found as? [String] == [], "\(path) of \(person) at \(screen)")
      let width = try browser.run("return document.documentElement.scrollWidth") as? Int
      #expect(width ?? .max <= screen.width, "\(path) of \(person) is wider than \(screen)")
    }
    try browser.close()
  }

  /// The rules, which `.ci/setup` fetches.
  private static let rules = Result { () throws -> String in
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
    return try String(contentsOfFile: cache + "/vakmatrix-tools/axe.min.js", encoding: .utf8)
  }
}
