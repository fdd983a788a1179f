internal import CompetencyCore
internal import Journeys
internal import Wording

/// A question of a school's forms: who, which task or which level is meant. The answer is remembered for that school.
enum QuestionPage {
  /// The view model of `Templates/Pages/question.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let fields: HTMLFragment
    let title, path, skip: String
    let places: [String]
    let more: String?
    let problem: String?
    /// What can be chosen; nil for a question that can only be put aside.
    let choice: HTMLFragment?
  }

  /// How many places are told.
  private static let mostPlaces = 20

  static func show(_ request: PageRequest) throws -> PageAnswer { try page(request) }

  private static func page(_ request: PageRequest, problem: String? = nil) throws -> PageAnswer {
    let (item, company) = try InboxJourney.show(request.context, try request.parameter("item"))
    guard case .question(let question, _, let places, _) = item.content else { return .redirect("/postvak") }
    let subject = question.key.subject
    let title = request.sentence(of: item)
    let view = View(
      words: request.words, fields: request.formFields, title: title, path: "/postvak/" + Fields.encoded(item.id),
      skip: request.texts.say(subject == .formReused ? "page.inbox.leave" : "page.inbox.skip"),
      places: places.prefix(mostPlaces).map { request.place($0) },
      more: places.count > mostPlaces ? request.texts.say("page.inbox.more", ["count": "\(places.count - mostPlaces)"]) : nil,
      problem: problem, choice: options(for: subject, company, request))
    return try request.page("question", view, title: title, status: problem == nil ? 200 : 422)
  }

  private static func options(for subject: QuestionKey.Subject, _ company: Company, _ request: PageRequest) -> HTMLFragment? {
    let options: [(value: String, name: String)]
    switch subject {
    case .trainee:
      options = company.currentTrainees.map { ($0.id.text, "\($0.name.full) (\($0.id), \($0.team))") }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    case .task: options = company.tasksInOrder.map { ($0.code.text, "\($0.code) \($0.title)") }
    case .level:
      options = company.scale.levels.map { level in
        (level.id.text, company.scale.glyph(of: level.id) + " " + request.texts.level(level.id))
      }
    case .formReused: return nil
    }
    return SelectField(name: "antwoord", options: [("", request.texts.say("page.choose"))] + options)
      .fragment(chosen: request.form["antwoord"] ?? "", describedBy: nil)
  }

  static func answer(_ request: PageRequest) throws -> PageAnswer {
    let value = request.form["overslaan"] != nil ? "skip" : request.form["antwoord"] ?? ""
    guard !value.isEmpty else { return try page(request, problem: request.texts.say("page.inbox.choose_first")) }
    do {
      let outcome = try InboxJourney.answer(
        request.context, try request.parameter("item"), value: value, once: request.form["onthoud"] == nil)
      return .redirect(outcome.booking.map { "/boeking/\($0)" } ?? "/postvak")
    } catch {
      // Somebody else may have answered meanwhile.
      guard error.problems.contains(where: { $0.code == .item_not_found }) else { throw error }
      return .redirect("/postvak?weg=1")
    }
  }
}

/// A list to choose one from.
struct SelectField {
  let name: String
  let options: [(value: String, name: String)]
  /// What it is called where no label stands above it.
  var label: String?

  /// The field, with its name as its id.
  func fragment(chosen: String, describedBy: String?, isInvalid: Bool = false) -> HTMLFragment {
    var html = HTMLBuilder()
    var attributes = [HTMLAttribute("id", name), HTMLAttribute("name", name)]
    if let describedBy { attributes.append(HTMLAttribute("aria-describedby", describedBy)) }
    if let label { attributes.append(HTMLAttribute("aria-label", label)) }
    if isInvalid { attributes.append(HTMLAttribute("aria-invalid", "true")) }
    html.element("select", attributes) { html in
      for option in options {
        let isChosen = sameBytes(option.value, chosen)
        html.element(
          "option", [HTMLAttribute("value", option.value)] + (isChosen ? [HTMLAttribute("selected", "")] : []), text: option.name)
      }
    }
    return html.fragment
  }
}
