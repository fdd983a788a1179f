internal import CompetencyCore
internal import Journeys
internal import Wording

/// Ticking off what was seen, on a phone first: a few tasks, three choices each, one button.
enum TickPage {
  static let routes: [Route] = [
    .get("/trainee/{trainee}/afvinken") { try show($0) }.remembered,
    .post("/trainee/{trainee}/afvinken") { try save($0) },
  ]

  /// How many tasks stand on the page before the others are asked for: what fits a small phone without scrolling.
  static let first = 4

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    try request.query["meenemen"] == nil ? form(request) : copy(request)
  }

  /// The form; when something stood in the way of saving, with what was chosen and what is wrong.
  private static func form(_ request: PageRequest, problems: [String] = [], needsReason: Bool = false) throws -> PageAnswer {
    let sheet = try TickSheet(request)
    let (texts, isWhole) = (request.texts, request.query["alle"] != nil || request.form["alle"] != nil)
    let shown = isWhole ? sheet.tasks : Array(sheet.next.prefix(first))
    let path = "/trainee/" + Fields.encoded(sheet.trainee.id.text)
    request.saw(sheet.trainee.id, "tick")
    let view = TickView(
      words: request.words, fields: request.formFields, person: request.visitor?.account.id.text ?? "", copy: nil,
      needsConnection: !request.site.settings.keepsOffline, name: sheet.trainee.name.full, path: path + "/afvinken",
      traineePath: path, today: sheet.matrix.asOf.iso,
      standing: request.standing(of: sheet.trainee, in: sheet.matrix) + " · " + texts.week(of: sheet.matrix.asOf),
      tasks: sheet.fragment(of: shown, request), isWhole: isWhole, hasTasks: !shown.isEmpty,
      rest: shown.count < sheet.tasks.count ? texts.say("page.all_tasks", ["count": "\(sheet.tasks.count)"]) : nil,
      needsReason: needsReason, reason: request.form["reden"] ?? "", problems: problems, hasProblems: !problems.isEmpty,
      save: texts.say(sheet.isOwn ? "page.tick.propose" : "page.save"),
      saveMany: texts.say("page.tick.save_many", ["count": "{count}"]))
    return try request.page("tick", view, title: sheet.trainee.name.full, status: problems.isEmpty ? 200 : 422)
      .about([sheet.trainee])
  }

  /// The form as a device keeps it for when there is no connection: every task, what is likely first, and nothing by which it
  /// could be sent as it is. What is ticked on it goes along later, with a proof of that moment.
  private static func copy(_ request: PageRequest) throws -> PageAnswer {
    let sheet = try TickSheet(request)
    let path = "/trainee/" + Fields.encoded(sheet.trainee.id.text)
    let texts = request.texts
    request.saw(sheet.trainee.id, "tick_copy")
    let tasks = sheet.next + sheet.tasks.filter { task in !sheet.next.contains { $0.code == task.code } }
    var mark = HTMLBuilder()
    mark.hiddenField("kopie", "1")
    let view = TickView(
      words: request.words, fields: mark.fragment, person: request.visitor?.account.id.text ?? "",
      copy: texts.say("page.offline.copy", ["date": texts.fullDate(sheet.matrix.asOf)]), needsConnection: false,
      name: sheet.trainee.name.full, path: path + "/afvinken", traineePath: path, today: sheet.matrix.asOf.iso,
      standing: request.standing(of: sheet.trainee, in: sheet.matrix) + " · " + texts.week(of: sheet.matrix.asOf),
      tasks: sheet.fragment(of: tasks, request), isWhole: true, hasTasks: !tasks.isEmpty, rest: nil, needsReason: false,
      reason: "", problems: [], hasProblems: false, save: texts.say(sheet.isOwn ? "page.tick.propose" : "page.save"),
      saveMany: texts.say("page.tick.save_many", ["count": "{count}"]))
    let main = try request.site.looks.fragment("tick", view)
    return try request.page(PageContent(title: sheet.trainee.name.full, main: main, isKept: true))
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    // What somebody ticked on a device is never kept under the name of who signed in on it later.
    if let person = request.form["van"], let own = request.visitor?.account.id.text, !sameBytes(person, own) {
      return try request.refused(status: 409, saying: "page.tick.other_person")
    }
    let sheet = try TickSheet(request)
    let assignments = sheet.assignments(of: request.form)
    let unseen = sheet.safetyTasksUnseen(assignments, request.form).map { task in
      TickData.Ask(
        field: "gezien", task: task.code.text,
        sentence: request.texts.say("page.tick.safety", ["task": task.title, "who": sheet.trainee.name.given]))
    }
    guard unseen.isEmpty else { return try asked(unseen, request) }
    guard !assignments.isEmpty else { return request.wantsData ? .data(TickData.kept([], in: nil)) : .redirect(request.path) }
    do {
      let outcome = try RecordJourney.run(
        request.context, who: sheet.trainee.id.text, assignments: assignments, on: day(request), note: "",
        reason: request.form["reden"] ?? "")
      return request.wantsData ? TickData.answer(outcome, request) : try TickOutcome.page(outcome, request)
    } catch let refusal as Refusal where refusal.status == .usage {
      let lower = refusal.problems.filter { $0.code == .reason_needed }.map { problem in
        let code = problem.values["task"] ?? ""
        return TickData.Ask(
          field: "reden", task: code, sentence: request.texts.say("page.tick.lower", ["task": sheet.title(of: code)]))
      }
      return try asked(lower, request, problems: refusal.problems.filter { $0.code != .reason_needed })
    }
  }

  /// What stands in the way of saving, on the form again or for a script.
  private static func asked(_ asks: [TickData.Ask], _ request: PageRequest, problems: [Problem] = []) throws -> PageAnswer {
    let others = problems.map { request.texts.located($0) }
    if request.wantsData { return TickData.asks(asks, problems: others) }
    return try form(
      request, problems: asks.map(\.sentence) + others, needsReason: asks.contains { sameBytes($0.field, "reden") })
  }

  /// The day on which it was seen, when it was ticked on an earlier one without a connection; nil for today. A clock that runs
  /// ahead makes it today.
  private static func day(_ request: PageRequest) -> CalendarDate? {
    guard let day = request.form["dag"].flatMap({ CalendarDate(iso: $0) }), day < request.context.today else { return nil }
    return day
  }
}

/// The view model of `Templates/Pages/tick.mustache`.
struct TickView: Sendable {
  let words: [String: String]
  let fields: HTMLFragment
  /// Who ticks.
  let person: String
  /// Of which day a device kept it; nil for the page itself.
  let copy: String?
  /// Whether there is no ticking here without a connection.
  let needsConnection: Bool
  let name, path, traineePath, today, standing: String
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
