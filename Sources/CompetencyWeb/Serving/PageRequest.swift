internal import CompetencyCore
internal import Journeys
internal import Wording

/// What was asked of a page, by whom.
struct PageRequest: Sendable {
  let site: Site
  let route: Route
  /// The path as it was asked, for what comes back to it.
  let path: String
  /// The path and the query byte for byte, by which a page that was made is known again.
  var asked: [UInt8] = []
  /// What stood in the places of the names in the route's path.
  var parameters: [String: String] = [:]
  var query = Fields()
  var form = Fields()
  var files: [SentFile] = []
  /// Whether the answer is for a script, which asks for JSON.
  var wantsData = false
  /// Who has signed in; nil for a guest.
  var visitor: Visitor?
  /// The language of a page that is the same for everybody.
  var guestLanguage = Language.nl
  var cookies = Cookies()
  /// What a form of a guest must send back.
  var guestToken: String?
  /// Where the request came from, for counting wrong guesses.
  let address: String
  let now: Instant
  /// The texts of the visitor's language.
  var texts: Texts { site.texts(visitor?.language ?? guestLanguage) }

  /// What a journey is given on behalf of the visitor; one that writes for a form carries the form's key.
  var context: JourneyContext {
    var context = site.context(acting: visitor?.account.id.text, now: now)
    context.requestKey = requestKey
    return context
  }

  /// What a journey is given by a visitor who only wants to see what would be written.
  var rehearsal: JourneyContext { site.context(acting: visitor?.account.id.text, now: now, isDryRun: true) }

  /// The key of a form that was sent, among those of the visitor; nil for a form without one.
  var requestKey: String? {
    guard route.method == .post, let visitor, let key = form["sleutel"], (8...64).contains(key.utf8.count) else { return nil }
    return visitor.account.id.text + ":" + key
  }

  /// Where a visitor can come back to: what was asked, or for a form the nearest page above the path that it was sent to.
  var returnPath: String {
    if route.method == .get { return path }
    let pages = Set(site.routes.lazy.filter { $0.method == .get }.map(\.path))
    var (pattern, place) = (Substring(route.path), Substring(path))
    while !pages.contains(String(pattern)) {
      guard let end = pattern.utf8.lastIndex(of: UInt8(ascii: "/")), end > pattern.startIndex,
        let last = place.utf8.lastIndex(of: UInt8(ascii: "/"))
      else { return "/" }
      (pattern, place) = (pattern[..<end], place[..<last])
    }
    return String(place)
  }

  /// A part of the path under its name.
  func parameter(_ name: String) throws(Refusal) -> String {
    guard let value = parameters[name] else { throw Refusal(.notFound, .person_not_found, values: ["who": ""]) }
    return value
  }

  /// Notes that the visitor looked at a trainee, so that the trainee can see it.
  func saw(_ trainee: TraineeID?, _ page: String) {
    guard let visitor, visitor.account.id != trainee else { return }
    site.views.note(PageView(viewer: visitor.account.id, trainee: trainee, page: page, seenOn: context.today))
  }
}
