internal import CompetencyCore
internal import Journeys
internal import Wording

/// The planning: who has no conversation planned, and those that are, week by week.
enum PlanningPage {
  static let path = "/planning"
  static let routes: [Route] = [.get(path) { try show($0) }]

  /// How many weeks are shown before somebody asks for all.
  private static let weeksShown = 13

  /// The planning, with what was just done on top.
  static func show(
    _ request: PageRequest, done: String? = nil, booking: BookingNumber? = nil, problem: String? = nil, status: Int = 200
  ) throws -> PageAnswer {
    let (all, today) = try ScheduleJourney.show(request.context, who: nil)
    let chosen = request.query["bij"] ?? ""
    let rows = all.filter { chosen.isEmpty || sameBytes($0.trainee.id.text, chosen) }
    for row in rows { request.saw(row.trainee.id, "planning") }
    let cards = rows.flatMap { row in
      row.planned.map { PlanningView.Card.Source(trainee: row.trainee, plan: $0.conversation.plan, holderName: $0.holderName) }
    }.sorted { $0.plan.comesBefore($1.plan) }
    let ahead = cards.filter { $0.plan.day >= today }
    let end = today.adding(days: 7 * weeksShown - today.weekday)
    let near = request.query["alles"] == nil ? ahead.filter { $0.plan.day <= end } : ahead
    let (texts, title) = (request.texts, request.texts.say("page.nav.planning"))
    let free = PlanningView.Free.all(rows, request)
    let view = PlanningView(
      words: request.words, title: title, done: done, undo: booking == nil ? nil : request.formFields,
      undoPath: "/boeking/" + (booking?.description ?? "") + "/ongedaan", problem: problem,
      isNobody: all.isEmpty, makesSchedules: request.visitor?.observes ?? false && !all.isEmpty,
      people: Choice.byName(all.map { ($0.trainee.id.text, $0.trainee.name.full) }, chosen: chosen), hasPeople: all.count > 1,
      isChosen: !chosen.isEmpty,
      waiting: cards.filter { $0.plan.day < today }.map { PlanningView.Card($0, request) },
      hasWaiting: cards.contains { $0.plan.day < today },
      freeTitle: texts.say("page.planning.free", count: free.count), free: free, hasFree: !free.isEmpty,
      weeks: PlanningView.weeks(near, today: today, request), hasWeeks: !near.isEmpty,
      more: near.count < ahead.count ? texts.say("page.planning.all", ["count": "\(ahead.count)"]) : nil,
      morePath: path + "?alles" + (chosen.isEmpty ? "" : "&bij=" + Fields.encoded(chosen)))
    return try request.page("planning", view, title: title, section: path, status: status)
  }
}

extension ConversationPlan {
  /// By day, then by time, those of the whole day first.
  fileprivate func comesBefore(_ other: ConversationPlan) -> Bool {
    (day, time?.minutes ?? -1, conversation) < (other.day, other.time?.minutes ?? -1, other.conversation)
  }
}

extension PageRequest {
  /// The day of a plan, with the time when there is one: `vrijdag 20 november 2026, 10.00`.
  func moment(of plan: ConversationPlan) -> String { moment(plan.day, plan.time) }

  func moment(_ day: CalendarDate, _ time: TimeOfDay?) -> String {
    texts.fullDate(day) + (time.map { ", " + $0.description } ?? "")
  }
}
