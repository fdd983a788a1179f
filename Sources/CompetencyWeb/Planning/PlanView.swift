internal import CompetencyCore
internal import Journeys
internal import Wording

/// The view model of `Templates/Pages/plan.mustache`.
struct PlanView: Sendable {
  let words: [String: String]
  let title, who: String
  /// When and what is planned; nil for a new one.
  let when, what: String?
  /// Why it can be moved no more; nil while it can.
  let state: String?
  /// Where it is held, prepared or read; nil where the visitor does not.
  let openPath: String?
  let path: String
  let fields: HTMLFragment
  let isNew, isPlanned: Bool
  /// How it stood when the form was made.
  let was: String
  let byRhythm: String?
  let day, time, minutes: String
  let problems: [String]
  let hasProblems: Bool
  let dayProblem, timeProblem, minutesProblem: String?

  /// A form for a new conversation with a trainee.
  init(new row: ScheduleJourney.Row, _ form: PlanForm, _ request: PageRequest) {
    self.init(
      request, form, title: request.texts.say("page.plan.new"), with: row.trainee, path: PlanPages.path(ofNew: row.trainee.id),
      byRhythm: row.regularity.map { request.texts.say("page.plan.day_by_rhythm", ["date": request.texts.fullDate($0.dueOn)]) })
  }

  /// A conversation that is planned, was called off, or was begun.
  init(_ found: PlanConversationJourney.Standing, _ form: PlanForm, _ request: PageRequest) {
    let (plan, texts) = (found.conversation.plan, request.texts)
    let state: String? =
      switch found.conversation.state {
      case .planned: nil
      case .started: texts.say("page.plan.is_started")
      case .recorded: texts.say("page.plan.is_recorded")
      case .cancelled: texts.say("page.plan.is_cancelled")
      }
    self.init(
      request, form, title: texts.say("page.plan.title"), with: found.trainee, path: PlanPages.path(of: plan.conversation),
      plan: plan, what: PlanPages.what(plan, found.holderName, request), state: state,
      openPath: found.conversation.state == .cancelled
        ? nil : request.path(opening: found.conversation, with: found.trainee))
  }

  private init(
    _ request: PageRequest, _ form: PlanForm, title: String, with trainee: Trainee, path: String,
    plan: ConversationPlan? = nil, what: String? = nil, state: String? = nil, openPath: String? = nil,
    byRhythm: String? = nil
  ) {
    (words, fields, self.title, who, self.path) = (request.words, request.formFields, title, trainee.name.full, path)
    (when, self.what, self.state, self.byRhythm) = (plan.map { request.moment(of: $0) }, what, state, byRhythm)
    self.openPath = openPath
    (isNew, isPlanned, was) = (plan == nil, plan != nil && state == nil, plan?.shown ?? "")
    (day, time, minutes) = (form.day, form.time, form.minutes)
    (problems, hasProblems) = (form.problems, !form.problems.isEmpty)
    (dayProblem, timeProblem, minutesProblem) = (form.dayProblem, form.timeProblem, form.minutesProblem)
  }
}
