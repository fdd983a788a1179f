import CompetencyCore
import Foundation
import Testing
import Wording

@testable import CompetencyWeb

/// Each route of the site's own list, tried by each role on an object of one's own, of others and on one that is not there.
@Suite(.fewAtOnce) struct EveryRouteTests {
  /// Who tries: one of each role, one of another team, and a guest.
  static let people = ["", "mo", "ineke", "karin", "ria", "t-014", Self.stranger]
  static let stranger = "anouk"

  /// Who gets to see what each route is of, when it is about one's own team; a route without a row fails.
  static let rows: [String: Set<String>] = [
    "/stijl.css": Set(people), "/rapport.css": Set(people), "/vakmatrix.js": Set(people), "/gezond": Set(people),
    "/vakmatrix-sw.js": Set(people), "/zonder-verbinding": Set(people), "/toestel": Set(people),
    "/hulp": Set(people), "/toegankelijkheid": Set(people), "/aanmelden": Set(people), "/badge/{token}": Set(people),
    "/aanmelden/code/{person}": [],
    "/": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    "/trainee/{trainee}/afvinken": ["mo", "ineke", "ria", "t-014", stranger],
    "/trainee/{trainee}": ["mo", "ineke", "ria", "t-014", stranger],
    "/trainee/{trainee}/rapport.pdf": ["mo", "ineke", "ria", "t-014", stranger],
    "/trainee/{trainee}/taak/{task}": ["mo", "ineke", "ria", "t-014", stranger],
    // The board is everybody's, and holds what one may read; only the administration has nothing to read on it.
    "/afspraken": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    "/afspraken/nieuw": ["mo", "ineke", "ria", "t-014", stranger],
    "/afspraken/{trainee}/{agreement}": ["mo", "ineke", "t-014"],
    "/gesprek/{conversation}/voorbereiden": ["mo", "ineke", "t-014"],
    "/gesprek/{conversation}/stap/{step}": ["mo", "t-014"], "/gesprek/{conversation}/verslag": ["mo", "ineke", "t-014"],
    "/gesprek/{conversation}/verslag.pdf": ["mo", "ineke", "t-014"],
    // As with agreements: everybody's, with what one may read.
    "/gesprekken": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    // As the board: everybody's, with the conversations of those whose words one may read.
    "/planning": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    "/planning/jaar": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    "/planning/gesprekken.ics": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    "/planning/nieuw/{trainee}": ["mo", "ineke", "t-014"], "/planning/{conversation}": ["mo", "ineke", "t-014"],
    "/agenda/{token}.ics": [],
    "/hr": ["karin", "ria"], "/hr/bestand": ["karin", "ria"],
    "/mijn-gegevens": ["mo", "ineke", "karin", "ria", "t-014", stranger],
    "/mijn-gegevens/alles.pdf": ["t-014"], "/mijn-gegevens/alles.json": ["t-014"],
    "/team/{team}/rapport.pdf": ["mo", "ineke", "ria", stranger], "/team/{team}/muur": ["mo", "ineke", "ria", stranger],
    "/team/{team}/muur.pdf": ["mo", "ineke", "ria", stranger],
    "/team": ["mo", "ineke", "ria", "t-014", stranger],
    "/team/{team}": ["mo", "ineke", "ria", stranger], "/team/{team}/bijwerken": ["mo", "ineke", stranger],
    "/boeking/{booking}": ["ria"],
    "/postvak": ["mo", "ineke", "ria", stranger], "/postvak/{item}": ["ria"], "/postvak/inlezen": ["ria"],
    "/postvak/formulieren": ["mo", "ineke", "ria", stranger], "/postvak/formulieren/{form}": ["mo", "ineke", "ria", stranger],
    "/beheer": ["ria"], "/beheer/toegang": ["ria"], "/beheer/toegang/{person}": ["ria"], "/beheer/toestel": ["ria"],
    "/beheer/logboek": ["mo", "ineke", "ria", stranger], "/beheer/niveaus": ["ria"],
    "/beheer/privacy": ["ria"],
    "/beheer/taken": ["ria"], "/beheer/taken/{task}": ["ria"], "/beheer/nieuw/taken": ["ria"],
    "/beheer/profielen": ["ria"], "/beheer/profielen/{profile}": ["ria"], "/beheer/nieuw/profielen": ["ria"],
    "/beheer/mensen": ["ria"], "/beheer/mensen/{person}": ["ria"], "/beheer/nieuw/mensen": ["ria"],
    "/beheer/trainees": ["ria"], "/beheer/trainees/{trainee}": ["ria"], "/beheer/nieuw/trainees": ["ria"],
    "/beheer/scholen": ["ria"], "/beheer/scholen/{school}": ["ria"], "/beheer/nieuw/scholen": ["ria"],
  ]

  /// What stands in the place of each name of a path: an object of Mo's team, one of another, and one that is not there.
  static let objects: [String: [String]] = [
    "trainee": ["t-014", "t-020", "t-999"], "team": ["Werkplaats Noord", "Montage", "Nergens"],
    "booking": ["b-0001", "b-0002", "b-9999"], "person": ["mo", "anouk", "niemand"], "token": ["aaaa", "bbbb", "cccc"],
    "item": ["q-vn4xm9ak", "q-vn4xm9ak", "q-zzzzzzzz"], "form": ["f-0002.140", "f-0002.164", "f-9999.1"],
    "pile": ["aaaa", "bbbb", "cccc"],
    "conversation": ["c-0005.1", "c-0006.1", "c-9999.1"], "agreement": ["A14-05", "A20-05", "A99-99"],
    "step": ["1", "1", "1"], "task": ["LAS-05", "PLA-01", "ZZZ-99"],
    "profile": ["constructie-3", "onderhoud-2", "nergens"],
    "school": ["roc-delta", "veste", "nergens"],
  ]

  @Test func `each page is seen by who may see it, and to all others it is as if it were not there`() async throws {
    let site = try ServedSite.samples("mo", "ineke", "karin", "ria", "t-014", Self.stranger)
    for team in ["noord", "montage"] { try site.desk.run("report wall \(team) --discussed --by ria -o muur.html") }
    try site.desk.run("conversation plan t-014 --on \(Day.fromToday(7)) --by mo")
    try site.desk.run("conversation plan t-020 --on \(Day.fromToday(7)) --by joyce")
    let routes = try Self.routes(of: site)
    for person in Self.people {
      let visit = person.isEmpty ? site.guest() : try await site.visit(person)
      for route in routes where route.method == .get {
        let row = try #require(Self.rows[route.path], "\(route.path) has no row")
        var answers: [PageSeen] = []
        // To somebody of the other team the objects of Mo's team are those of others.
        let places = person == Self.stranger ? [1, 0, 2] : [0, 1, 2]
        for place in places { answers.append(try await visit.get(try Self.path(route, place))) }
        let who = "\(person.isEmpty ? "a guest" : person) on \(route.path)"
        if row.contains(person) {
          #expect([200, 303].contains(answers[0].status), "\(who): \(answers[0].status)")
        } else if person.isEmpty && route.guests == .signedIn {
          #expect(answers.allSatisfy { $0.status == 303 && $0.location?.hasPrefix("/aanmelden") ?? false }, "\(who)")
        } else {
          #expect([403, 404].contains(answers[0].status), "\(who): \(answers[0].status)")
          #expect(!answers[0].read.contains("Sanne de Wit") || person == "t-014", "\(who)")
        }
        // What is of others and what is not there are answered alike, but to who sees everything.
        if route.path.contains("{") && person != "ria" && !["/badge/{token}"].contains(route.path) {
          #expect(answers[1].status == answers[2].status && answers[1].read == answers[2].read, "\(who): of others")
          #expect(answers[1].status != 200, "\(who): of others")
        }
      }
    }
  }

  @Test func `no form changes anything for who may not, and none does without its proof`() async throws {
    let site = try ServedSite.samples("karin", "t-014", Self.stranger)
    let routes = try Self.routes(of: site)
    let count = try site.desk.bookings().count
    for person in ["", "karin", Self.stranger] {
      let visit = person.isEmpty ? site.guest() : try await site.visit(person)
      for route in routes where route.method == .post && !Self.ownAffairs.contains(route.path) {
        for place in person == Self.stranger ? [0, 2] : [0, 1, 2] {
          let path = try Self.path(route, place)
          #expect(try await visit.post(path, [:]).status >= 400, "\(person) without proof on \(path)")
          _ = try await visit.get(person.isEmpty ? "/aanmelden" : "/hulp")
          let answer = try await visit.send(path, ["taak.LAS-02": "beheerst", "was.LAS-02": "nog_niet", "tekst": "x"])
          #expect(answer.status >= 400, "\(person) on \(path): \(answer.status)")
        }
      }
    }
    #expect(try site.desk.bookings().count == count)
  }

  /// Forms about nobody but who sends them.
  static let ownAffairs: Set<String> = [
    "/taal", "/afmelden", "/mijn-gegevens/afmelden", "/mijn-gegevens/agenda", "/mijn-gegevens/agenda/intrekken",
  ]

  /// The list that the router is made of.
  private static func routes(of site: ServedSite) throws -> [CompetencyWeb.Route] {
    let settings = SiteSettings(
      database: site.desk.url(Desk.databaseName).path, folders: TemplateFolders(), origin: site.origin, account: "test",
      searchPath: "/usr/bin:/bin", clock: { Instant(milliseconds: 0) }, log: { _ in })
    return try Site(settings).routes
  }

  private static func path(_ route: CompetencyWeb.Route, _ place: Int) throws -> String {
    var path = route.path
    for name in route.path.matches(of: /\{([a-z]+)\}/).map({ String($0.output.1) }) {
      let values = try #require(objects[name], "{\(name)} has no objects")
      path = path.replacing("{\(name)}", with: Self.encoded(values[place]))
    }
    return path + (queries[route.path] ?? "")
  }

  /// What must be asked with a path to be answered at all.
  private static let queries = ["/hr/bestand": "?soort=xlsx"]

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-"])) ?? text
  }
}
