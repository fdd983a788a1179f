internal import CompetencyCore
internal import Journeys
internal import Wording

/// Ticking off what was seen, on a phone first: a few tasks, three choices each, one button.
enum TickPage {
  static let routes: [Route] = [
    .get("/trainee/{trainee}/afvinken") { try show($0) },
    .post("/trainee/{trainee}/afvinken") { try save($0) },
  ]

  /// How many tasks stand on the page before the others are asked for: what fits a small phone without scrolling.
  static let first = 4

  private static func show(_ request: PageRequest) throws -> PageAnswer { try form(request) }

  /// The form; when something stood in the way of saving, with what was chosen and what is wrong.
  private static func form(_ request: PageRequest, problems: [String] = [], needsReason: Bool = false) throws -> PageAnswer {
    let sheet = try TickSheet(request)
    let (texts, isWhole) = (request.texts, request.query["alle"] != nil || request.form["alle"] != nil)
    let shown = isWhole ? sheet.tasks : Array(sheet.next.prefix(first))
    let path = "/trainee/" + Fields.encoded(sheet.trainee.id.text)
    request.saw(sheet.trainee.id, "tick")
    let view = TickView(
      words: request.words, fields: request.formFields, name: sheet.trainee.name.full, path: path + "/afvinken",
      traineePath: path,
      standing: request.standing(of: sheet.trainee, in: sheet.matrix) + " · " + texts.week(of: sheet.matrix.asOf),
      tasks: sheet.fragment(of: shown, request), isWhole: isWhole, hasTasks: !shown.isEmpty,
      rest: shown.count < sheet.tasks.count ? texts.say("page.all_tasks", ["count": "\(sheet.tasks.count)"]) : nil,
      needsReason: needsReason, reason: request.form["reden"] ?? "", problems: problems, hasProblems: !problems.isEmpty,
      save: texts.say(sheet.isOwn ? "page.tick.propose" : "page.save"),
      saveMany: texts.say("page.tick.save_many", ["count": "{count}"]))
    return try request.page("tick", view, title: sheet.trainee.name.full, status: problems.isEmpty ? 200 : 422)
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    let sheet = try TickSheet(request)
    let assignments = sheet.assignments(of: request.form)
    let unseen = sheet.safetyTasksUnseen(assignments, request.form)
    if !unseen.isEmpty {
      return try form(
        request,
        problems: unseen.map { request.texts.say("page.tick.safety", ["task": $0.title, "who": sheet.trainee.name.given]) })
    }
    guard !assignments.isEmpty else { return .redirect(request.path) }
    do {
      let outcome = try RecordJourney.run(
        request.context, who: sheet.trainee.id.text, assignments: assignments, on: nil, note: "",
        reason: request.form["reden"] ?? "")
      return try TickOutcome.page(outcome, request)
    } catch let refusal as Refusal where refusal.status == .usage {
      let lower = refusal.problems.filter { $0.code == .reason_needed }
      let sentences = lower.map { request.texts.say("page.tick.lower", ["task": sheet.title(of: $0.values["task"] ?? "")]) }
      let others = refusal.problems.filter { $0.code != .reason_needed }.map { request.texts.located($0) }
      return try form(request, problems: sentences + others, needsReason: !lower.isEmpty)
    }
  }
}

/// The view model of `Templates/Pages/tick.mustache`.
struct TickView: Sendable {
  let words: [String: String]
  let fields: HTMLFragment
  let name, path, traineePath, standing: String
  let tasks: HTMLFragment
  let isWhole, hasTasks: Bool
  let rest: String?
  let needsReason: Bool
  let reason: String
  let problems: [String]
  let hasProblems: Bool
  /// What the button says, and what a script lets it say when it has counted; `{count}` is filled in by the script.
  let save, saveMany: String
}
