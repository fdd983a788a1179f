import Foundation
import Testing

/// Each page held against the rules of axe-core, at the width of a phone and of a desk.
@Suite(.serialized, .fewAtOnce) struct AccessibilityTests {
  /// What each person opens; the pages of a role are those of its work.
  static let pages: [String: [String]] = [
    "": ["/aanmelden", "/hulp", "/toegankelijkheid", "/bestaat-niet", "/zonder-verbinding"],
    "mo": [
      "/", "/trainee/t-014/afvinken", "/trainee/t-014/afvinken?alle", "/team/Werkplaats%20Noord", "/trainee/t-014",
      "/trainee/t-014/taak/LAS-02", "/afspraken", "/afspraken/nieuw", "/afspraken/nieuw?bij=t-014",
      "/team/Werkplaats%20Noord/muur", "/team/Werkplaats%20Noord/bijwerken", "/postvak", "/postvak/formulieren/f-0002.149",
      "/gesprekken",
      "/gesprek/c-0005.1/stap/1", "/gesprek/c-0006.1/stap/1",
      "/gesprek/c-0006.1/stap/2", "/gesprek/c-0006.1/stap/3", "/gesprek/c-0006.1/stap/5",
      "/gesprek/c-0006.1/verslag", "/gesprek/c-0005.1/voorbereiden",
      "/planning", "/planning/c-0003.1", "/planning/nieuw/t-015",
      "/planning/jaar", "/planning/jaar?van=\(Day.today)&tot=\(Day.fromToday(200))&hooguit=2&dicht=zomer",
      "/planning/jaar?van=\(Day.today)&tot=\(Day.fromToday(200))&hooguit=2",
    ],
    "ria": [
      "/postvak", "/postvak/q-vn4xm9ak", "/postvak/inlezen", "/postvak/formulieren",
      "/postvak/formulieren/f-0002.129", "/postvak/formulieren/f-0002.105", "/beheer", "/beheer/toegang", "/beheer/toegang/mo",
      "/beheer/toestel", "/beheer/logboek", "/beheer/taken", "/beheer/taken/LAS-05", "/beheer/niveaus",
      "/beheer/nieuw/trainees", "/beheer/mensen/mo", "/beheer/profielen/constructie-3",
    ],
    "t-014": [
      "/", "/trainee/t-014/afvinken", "/trainee/t-014/taak/LAS-02", "/afspraken", "/planning", "/mijn-gegevens",
      "/gesprekken",
      "/gesprek/c-0005.1/voorbereiden", "/gesprek/c-0005.1/voorbereiden?vraag=9", "/gesprek/c-0007.2/verslag",
    ],
    "karin": ["/", "/hr/bestand?soort=csv&op=gisteren", "/mijn-gegevens"],
  ]

  @Test(arguments: [Browser.Screen.phone, .desk]) func `no page stands in the way of who cannot see or use a mouse`(
    _ screen: Browser.Screen
  ) async throws {
    let rules = try Self.rules.get()
    let site = try ServedSite.samples("mo", "t-014", "karin", "ria")
    try site.desk.run("conversation plan t-014 --on \(Day.fromToday(7)) --at 10.00 --by mo")
    for (person, paths) in Self.pages.sorted(by: { $0.key < $1.key }) {
      let browser = try Browser(screen, in: site.desk)
      if !person.isEmpty { try browser.signIn(person, at: site) }
      for path in paths {
        try browser.open(site.origin + path)
        try browser.run(rules)
        let found = try browser.wait(
          for: "axe.run().then(r => arguments[0](r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))))")
        #expect(found as? [String] == [], "\(path) at \(screen)")
        let width = try browser.run("return document.documentElement.scrollWidth") as? Int
        #expect(width ?? .max <= screen.width, "\(path) is wider than \(screen)")
      }
      try browser.close()
    }
  }

  /// The rules, which `.ci/setup` fetches.
  private static let rules = Result { () throws -> String in
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
    return try String(contentsOfFile: cache + "/vakmatrix-tools/axe.min.js", encoding: .utf8)
  }
}
