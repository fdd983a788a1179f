internal import CompetencyCore
internal import Journeys
internal import Wording

/// The forms of schools: those in which something waits first, then those that nobody read yet; read ones by a link.
enum FormListPage {
  static let routes: [Route] = [
    .get("/postvak/formulieren") { try page($0) },
    .post("/postvak/formulieren") { try markRead($0) },
  ]

  /// How many forms stand on one page.
  private static let most = 50

  /// The view model of `Templates/Pages/forms.mustache`.
  struct View: Sendable {
    struct Form: Sendable { let path, who, what: String }
    let words: [String: String]
    let fields: HTMLFragment
    let title, counts: String
    let problem: String?
    let forms: [Form]
    let hasForms: Bool
    /// The forms on the page that can be marked as read together.
    let unread: [String]
    /// The button for that; nil when there are none.
    let markAll: String?
    let from: String
    let earlier, later: String?
    /// The link to the forms that are done, or back.
    let other: String
    let otherPath: String
  }

  private static func page(_ request: PageRequest, problem: String? = nil) throws -> PageAnswer {
    let all = try FormJourney.list(request.context)
    let texts = request.texts
    let showsDone = request.query["gelezen"] != nil
    let (waiting, settled) = (all.filter { !$0.isSettled }, all.filter(\.isSettled))
    let unread = settled.filter { $0.read == nil }
    let listed = showsDone ? settled.filter { $0.read != nil } : waiting + unread
    let asked = Int(request.form["vanaf"] ?? request.query["vanaf"] ?? "") ?? 0
    let from = min(max(0, asked), max(0, listed.count - 1)) / most * most
    let shown = Array(listed.dropFirst(from).prefix(most))
    let marks = shown.filter { $0.isSettled && $0.read == nil }.map(\.id.description)
    let path = { (place: Int) in "/postvak/formulieren?vanaf=\(place)" + (showsDone ? "&gelezen" : "") }
    let view = View(
      words: request.words, fields: request.formFields, title: texts.say("page.forms.title"),
      counts: texts.list([
        texts.say("page.forms.settled", count: unread.count),
        texts.say("page.forms.waiting", count: waiting.count { $0.waiting > 0 }),
        texts.say("page.forms.asking", count: waiting.count { $0.questions > 0 }),
      ]), problem: problem, forms: shown.map { form(of: $0, request) }, hasForms: !shown.isEmpty, unread: marks,
      markAll: marks.isEmpty ? nil : texts.say("page.forms.mark", count: marks.count), from: "\(from)",
      earlier: from > 0 ? path(from - most) : nil, later: from + most < listed.count ? path(from + most) : nil,
      other: texts.say(showsDone ? "page.forms.back" : "page.forms.done"),
      otherPath: "/postvak/formulieren" + (showsDone ? "" : "?gelezen"))
    return try request.page("forms", view, title: view.title, status: problem == nil ? 200 : 422)
  }

  private static func form(of form: ReceivedForm, _ request: PageRequest) -> View.Form {
    let texts = request.texts
    var states: [String] = []
    if form.waiting > 0 { states.append(texts.say("page.forms.waits", count: form.waiting)) }
    if form.questions > 0 { states.append(texts.say("page.forms.asks", count: form.questions)) }
    if let (name, day) = form.read, form.isSettled {
      states.append(texts.say("page.forms.read_by", ["who": name, "date": texts.date(day)]))
    } else if states.isEmpty {
      states.append(texts.say("page.forms.nothing_waits"))
    }
    return View.Form(
      path: "/postvak/formulieren/\(form.id)", who: form.trainee?.name.full ?? texts.say("page.forms.whose"),
      what: ([form.sender, texts.date(form.heldOn)] + states).joined(separator: " · "))
  }

  private static func markRead(_ request: PageRequest) throws -> PageAnswer {
    let names = request.form.values("formulier")
    guard !names.isEmpty else { return try page(request, problem: request.texts.say("page.forms.none_chosen")) }
    _ = try FormJourney.markRead(request.context, Array(names.prefix(most)))
    return .redirect("/postvak/formulieren")
  }
}
