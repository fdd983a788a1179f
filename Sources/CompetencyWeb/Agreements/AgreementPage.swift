internal import CompetencyCore
internal import Journeys
internal import Wording

/// One agreement, to close it or give it another day.
enum AgreementPage {
  static let routes: [Route] = [
    .get("/afspraken/{trainee}/{agreement}") { request in try page(request, try row(request)) },
    .post("/afspraken/{trainee}/{agreement}/gedaan") { try close($0, .done, "page.agreement.was_done") },
    .post("/afspraken/{trainee}/{agreement}/verzet") { try move($0) },
    .post("/afspraken/{trainee}/{agreement}/vervalt") { try drop($0) },
  ]

  /// From which time of giving it another day on it is asked what is needed.
  private static let asksAfter = 2

  /// The agreement of the address.
  private static func row(_ request: PageRequest) throws -> AgreementJourney.Row {
    let (who, typed) = (try request.parameter("trainee"), try request.parameter("agreement"))
    let (rows, _) = try AgreementJourney.list(request.context, who: who, isAll: true)
    guard let row = rows.first(where: { sameBytes($0.agreement.id.description, typed) }) else {
      throw Refusal(.notFound, .agreement_not_found, values: ["agreement": typed, "who": who])
    }
    return row
  }

  /// What stands in the way, at the field that it is about.
  struct Problems {
    var general, day, needed, reason: String?
    var all: [String] { [general, day, needed, reason].compactMap { $0 } }
  }

  private static func page(
    _ request: PageRequest, _ row: AgreementJourney.Row, problems: Problems = Problems(), status: Int = 200
  ) throws -> PageAnswer {
    request.saw(row.trainee.id, "agreements")
    let (texts, agreement, title) = (request.texts, row.agreement, request.texts.say("page.agreement.title"))
    let view = AgreementView(
      words: request.words, title: title, text: row.words, who: row.trainee.name.full, owner: request.owner(of: row),
      due: agreement.dueOn.map(texts.fullDate) ?? texts.say("report.no_day"),
      state: agreement.isOpen ? nil : texts.say("page.agreement.closed"), fields: request.formFields, path: request.path(of: row),
      isOpen: agreement.isOpen, was: agreement.dueOn?.iso ?? "", day: request.form["dag"] ?? "",
      reason: request.form["reden"] ?? "", needed: request.form["nodig"] ?? "",
      moved: agreement.timesMoved > 0 ? texts.say("page.agreement.moved_times", count: agreement.timesMoved) : nil,
      asksWhatIsNeeded: agreement.timesMoved >= asksAfter,
      steps: row.steps.map { AgreementView.Step(words: $0.words, isDone: $0.isDone) }, hasSteps: !row.steps.isEmpty,
      problems: problems.all, hasProblems: !problems.all.isEmpty, dayProblem: problems.day, neededProblem: problems.needed,
      reasonProblem: problems.reason)
    return try request.page("agreement", view, title: title, section: "/afspraken", status: status)
  }

  private static func close(
    _ request: PageRequest, _ outcome: ConversationDraft.Closing.Outcome, _ key: String
  ) throws -> PageAnswer {
    try act(request, try row(request), .close(outcome), key)
  }

  private static func act(
    _ request: PageRequest, _ row: AgreementJourney.Row, _ deed: AgreementJourney.Deed, _ key: String
  ) throws -> PageAnswer {
    guard row.agreement.isOpen else {
      return try AgreementPages.board(request, problem: request.texts.say("page.agreement.closed_meanwhile"), status: 409)
    }
    do {
      let outcome = try AgreementJourney.act(
        request.context, who: row.trainee.id.text, agreement: row.agreement.id.description, deed, on: nil)
      return try AgreementPages.board(request, done: request.texts.say(key), booking: outcome.booking)
    } catch let refusal as Refusal where refusal.status == .usage {
      var problems = Problems()
      for problem in refusal.problems {
        switch problem.code {
        case .date_past: problems.day = request.texts.say("page.agreement.day_past")
        case .drop_reason_needed: problems.reason = request.texts.say("page.agreement.reason_needed")
        default: problems.general = request.texts.located(problem)
        }
      }
      return try page(request, row, problems: problems, status: 422)
    }
  }

  private static func move(_ request: PageRequest) throws -> PageAnswer {
    let row = try row(request)
    let (texts, now) = (request.texts, row.agreement.dueOn?.iso ?? "")
    guard let day = CalendarDate(typed: request.form["dag"] ?? "") else {
      return try page(request, row, problems: Problems(day: texts.say("page.task.day_unknown")), status: 422)
    }
    // Somebody else gave it another day meanwhile: both are shown, and whoever sends it again has seen that.
    if row.agreement.isOpen, let was = request.form["was"], !sameBytes(was, now) {
      let values = ["now": row.agreement.dueOn.map(texts.fullDate) ?? texts.say("report.no_day"), "mine": texts.fullDate(day)]
      let problems = Problems(general: texts.say("page.agreement.moved_meanwhile", values))
      return try page(request, row, problems: problems, status: 409)
    }
    let needed = request.form["nodig"] ?? ""
    if row.agreement.timesMoved >= asksAfter, !needed.utf8.contains(where: { $0 > 0x20 }) {
      return try page(request, row, problems: Problems(needed: texts.say("page.agreement.needed_empty")), status: 422)
    }
    return try act(request, row, .move(to: day, needed: needed), "page.agreement.was_moved")
  }

  private static func drop(_ request: PageRequest) throws -> PageAnswer {
    let reason = request.form["reden"] ?? ""
    return try close(
      request, .dropped(reason: reason.utf8.contains { $0 > 0x20 } ? reason : ""), "page.agreement.was_dropped")
  }
}
