internal import CompetencyCore
internal import Journeys
internal import Wording

/// The conversations of a year by everybody's rhythm: looked at first, then booked with one button.
enum SchedulePage {
  static let path = "/planning/jaar"
  static let routes: [Route] = [
    .get(path) { request in
      guard request.query["van"] != nil else { return try page(request, ScheduleForm(from: request.context.today)) }
      return try look(request, ScheduleForm(request.query, request))
    },
    .post(path) { try book($0) },
  ]

  /// What the journey is asked.
  private static func asked(_ form: ScheduleForm, _ scheduling: ConversationScheduling, _ request: PageRequest) throws
    -> ScheduleJourney.Request
  {
    let template = try request.site.settings.folders.conversationTemplate("voortgangsgesprek")
    var asked = ScheduleJourney.Request(
      scheduling, template: (template.id, template.version, template.kind, template.minutes))
    asked.team = form.team.isEmpty ? nil : form.team
    return asked
  }

  private static func look(_ request: PageRequest, _ form: ScheduleForm, problem: String? = nil) throws -> PageAnswer {
    guard let scheduling = form.scheduling else { return try page(request, form, status: 422) }
    let outcome = try ScheduleJourney.make(request.rehearsal, asked(form, scheduling, request))
    return try page(request, form, outcome, problem: problem, status: problem == nil ? 200 : 409)
  }

  private static func book(_ request: PageRequest) throws -> PageAnswer {
    let form = ScheduleForm(request.form, request)
    guard let scheduling = form.scheduling else { return try page(request, form, status: 422) }
    var asked = try asked(form, scheduling, request)
    asked.shown = request.form["gezien"] ?? ""
    let outcome = try ScheduleJourney.make(request.context, asked)
    // Somebody planned meanwhile: what was agreed to is no longer what would be booked.
    guard !outcome.isOther else { return try look(request, form, problem: request.texts.say("page.schedule.changed")) }
    let done = request.texts.say("page.schedule.was_made", count: outcome.lines.count)
    return try PlanningPage.show(request, done: done, booking: outcome.booking)
  }

  private static func page(
    _ request: PageRequest, _ form: ScheduleForm, _ outcome: ScheduleJourney.Outcome? = nil, problem: String? = nil,
    status: Int = 200
  ) throws -> PageAnswer {
    let trainees = try ScheduleJourney.show(request.context, who: nil).rows.map(\.trainee).filter(\.status.isCurrent)
    for trainee in trainees where outcome != nil { request.saw(trainee.id, "planning") }
    let teams = Set(trainees.map(\.team)).filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let title = request.texts.say("page.schedule_title")
    let problems = form.problems + [problem].compactMap { $0 }
    let view = ScheduleView(
      words: request.words, title: title, path: path, fields: request.formFields, problems: problems,
      hasProblems: !problems.isEmpty, from: form.from, through: form.through, closed: form.closed, most: form.most,
      team: form.team, dayProblem: form.dayProblem, closedProblem: form.closedProblem, mostProblem: form.mostProblem,
      teams: teams.map { ScheduleView.Team(name: $0, isChosen: sameBytes($0, form.team)) }, hasTeams: teams.count > 1,
      preview: outcome.map { ScheduleView.Preview($0, request.texts) })
    return try request.page("schedule", view, title: title, section: PlanningPage.path, status: status)
  }
}
