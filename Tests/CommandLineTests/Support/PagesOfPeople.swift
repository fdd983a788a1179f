import Foundation
import Testing

/// The pages that people open in their work, for what must hold on each of them.
enum PagesOfPeople {
  /// What each person opens; the pages of a role are those of its work.
  static let paths: [String: [String]] = [
    "": ["/aanmelden", "/hulp", "/toegankelijkheid", "/bestaat-niet", "/zonder-verbinding"],
    "mo": [
      "/", "/trainee/t-014/afvinken", "/trainee/t-014/afvinken?alle", "/team/Werkplaats%20Noord", "/trainee/t-014",
      "/trainee/t-014/taak/LAS-02", "/afspraken", "/afspraken/nieuw", "/afspraken/nieuw?bij=t-014",
      "/team/Werkplaats%20Noord/muur", "/team/Werkplaats%20Noord/bijwerken", "/postvak", "/postvak/formulieren/f-0002.149",
      "/gesprekken",
      "/gesprek/c-0005.1/stap/1", "/gesprek/c-0006.1/stap/1",
      "/gesprek/c-0006.1/stap/2", "/gesprek/c-0006.1/stap/3", "/gesprek/c-0006.1/stap/5",
      "/gesprek/c-0006.1/verslag", "/gesprek/c-0005.1/voorbereiden",
      "/planning", "/planning/c-0005.1", "/planning/nieuw/t-015",
      "/planning/jaar", "/planning/jaar?van=\(Day.today)&tot=\(Day.fromToday(200))&hooguit=2&dicht=zomer",
      "/planning/jaar?van=\(Day.today)&tot=\(Day.fromToday(200))&hooguit=2",
    ],
    "ria": [
      "/postvak", "/postvak/q-vn4xm9ak", "/postvak/inlezen", "/postvak/formulieren",
      "/postvak/formulieren/f-0002.129", "/postvak/formulieren/f-0002.105", "/beheer", "/beheer/toegang", "/beheer/toegang/mo",
      "/beheer/toestel", "/beheer/logboek", "/beheer/privacy", "/beheer/taken", "/beheer/taken/LAS-05", "/beheer/niveaus",
      "/beheer/nieuw/trainees", "/beheer/mensen/mo", "/beheer/profielen/constructie-3",
    ],
    "t-014": [
      "/", "/trainee/t-014/afvinken", "/trainee/t-014/taak/LAS-02", "/afspraken", "/planning", "/mijn-gegevens",
      "/gesprekken",
      "/gesprek/c-0005.1/voorbereiden", "/gesprek/c-0005.1/voorbereiden?vraag=9", "/gesprek/c-0003.1/verslag",
    ],
    "ineke": [
      "/", "/team/Werkplaats%20Noord/muur", "/trainee/t-014", "/postvak", "/afspraken", "/gesprek/c-0003.1/verslag",
      "/mijn-gegevens",
    ],
    "karin": ["/", "/hr/bestand?soort=csv&op=gisteren", "/mijn-gegevens"],
  ]

  /// The sample company in which each of the pages is there: of Sanne a conversation that was recorded and one to prepare, and of
  /// Lisa one that has begun.
  static func desk() throws -> Desk {
    let desk = try Desk(.samples)
    for person in paths.keys where !person.isEmpty {
      try desk.run("account password \(person)", input: ServedSite.password + "\n")
    }
    try desk.run("conversation plan t-014 --on \(Day.today) --by mo")
    try desk.run("conversation record t-014 --topic \"terugblik=Een goede maand\" --agreement \"Lasmap bijwerken\" --by mo")
    try desk.run("conversation plan t-014 --on \(Day.fromToday(7)) --at 10.00 --by mo")
    try desk.run("conversation plan t-017 --on \(Day.today) --by mo")
    try desk.run("conversation hold t-017 --by mo")
    return desk
  }

  /// Opens each page as who works with it, one after the other in one browser.
  static func open(_ browser: Browser, at site: ServedSite, _ look: (_ person: String, _ path: String) throws -> Void) throws {
    for (person, paths) in paths.sorted(by: { $0.key < $1.key }) {
      _ = try browser.command("DELETE", "/cookie")
      if !person.isEmpty { try browser.signIn(person, at: site) }
      for path in paths {
        try browser.open(site.origin + path)
        let title = try browser.run("return document.title") as? String ?? ""
        #expect(title.hasPrefix("Niet gevonden") == (path == "/bestaat-niet"), "\(path) of \(person) is \(title)")
        try look(person, path)
      }
    }
  }
}
