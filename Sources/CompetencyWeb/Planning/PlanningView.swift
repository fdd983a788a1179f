internal import CompetencyCore
internal import Journeys
internal import Wording

/// The view model of `Templates/Pages/planning.mustache`.
struct PlanningView: Sendable {
  /// A conversation that is planned.
  struct Card: Sendable {
    struct Source {
      let trainee: Trainee
      let plan: ConversationPlan
      let holderName: String
    }
    let name, path, when, what: String

    init(_ source: Source, _ request: PageRequest) {
      let plan = source.plan
      (name, when) = (source.trainee.name.full, request.moment(of: plan))
      path = PlanPages.path(of: plan.conversation)
      what = PlanPages.what(plan, source.holderName, request)
    }
  }
  /// Somebody who has no conversation planned.
  struct Free: Sendable {
    let name, path, due: String
    let isLate: Bool
  }
  struct Week: Sendable {
    let title: String
    let cards: [Card]
  }

  let words: [String: String]
  let title: String
  let done: String?
  let undo: HTMLFragment?
  let undoPath: String
  let problem: String?
  /// Whether the visitor takes part in nobody's conversations.
  let isNobody: Bool
  let makesSchedules: Bool
  let people: [Choice]
  let hasPeople, isChosen: Bool
  let waiting: [Card]
  let hasWaiting: Bool
  let freeTitle: String
  let free: [Free]
  let hasFree: Bool
  let weeks: [Week]
  let hasWeeks: Bool
  let more: String?
  let morePath: String
}

extension PlanningView {
  /// The weeks that have a conversation, each from Monday to Sunday.
  static func weeks(_ cards: [Card.Source], today: CalendarDate, _ request: PageRequest) -> [Week] {
    let byMonday = Dictionary(grouping: cards) { $0.plan.day.adding(days: 1 - $0.plan.day.weekday) }
    return byMonday.sorted { $0.key < $1.key }.map { monday, cards in
      let (texts, week) = (request.texts, monday.isoWeek)
      let key = week.year == today.isoWeek.year ? "page.planning.week" : "page.planning.week_of_year"
      let values = [
        "week": "\(week.week)", "year": "\(week.year)", "from": texts.dayAndMonth(monday),
        "through": texts.dayAndMonth(monday.adding(days: 6)),
      ]
      return Week(title: texts.say(key, values), cards: cards.map { Card($0, request) })
    }
  }
}

extension PlanningView.Free {
  /// Who has none planned, whose turn is first on top; who has no rhythm, or pauses, last.
  static func all(_ rows: [ScheduleJourney.Row], _ request: PageRequest) -> [Self] {
    rows.filter { $0.planned.isEmpty && $0.trainee.status.isCurrent }
      .sorted { ($0.turn, $0.trainee.id) < ($1.turn, $1.trainee.id) }
      .map { row in
        Self(
          name: row.trainee.name.full, path: PlanPages.path(ofNew: row.trainee.id), due: due(row, request.texts),
          isLate: row.isLate)
      }
  }

  private static func due(_ row: ScheduleJourney.Row, _ texts: Texts) -> String {
    guard !row.isPaused else { return texts.say("page.planning.paused") }
    guard let regularity = row.regularity else { return texts.say("page.planning.no_rhythm") }
    let values = ["date": texts.fullDate(regularity.dueOn)]
    guard row.isLate else { return texts.say("page.planning.due", values) }
    return texts.say("page.planning.late", count: regularity.overdueDays, values)
  }
}

extension ScheduleJourney.Row {
  fileprivate var isPaused: Bool { trainee.status == .gepauzeerd }
  fileprivate var isLate: Bool { !isPaused && (regularity?.overdueDays ?? 0) > 0 }
  fileprivate var turn: CalendarDate { isPaused ? .last : regularity?.dueOn ?? .last }
}
