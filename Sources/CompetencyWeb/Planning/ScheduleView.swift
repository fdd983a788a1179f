internal import CompetencyCore
internal import Journeys
internal import Wording

/// The view model of `Templates/Pages/schedule.mustache`.
struct ScheduleView: Sendable {
  struct Team: Sendable {
    let name: String
    let isChosen: Bool
  }
  struct Day: Sendable {
    let day: String
    /// Why it is not the day that the rhythm gives.
    let why: String?
  }
  struct Person: Sendable {
    let name: String
    let days: [Day]
  }
  /// What would be planned.
  struct Preview: Sendable {
    let mark, total, button: String
    let people: [Person]
    let hasPeople: Bool
    let unplaced: [String]
    let hasUnplaced: Bool
  }
  let words: [String: String]
  let title, path: String
  let fields: HTMLFragment
  let problems: [String]
  let hasProblems: Bool
  let from, through, closed, most, team: String
  let dayProblem, closedProblem, mostProblem: String?
  let teams: [Team]
  let hasTeams: Bool
  let preview: Preview?
}

extension ScheduleView.Preview {
  /// By trainee, in the order of their first days.
  init(_ outcome: ScheduleJourney.Outcome, _ texts: Texts) {
    var order: [Trainee] = []
    var days: [TraineeID: [ScheduleView.Day]] = [:]
    for line in outcome.lines {
      if days[line.trainee.id] == nil { order.append(line.trainee) }
      let why = line.moved.map { texts.say("schedule.moved", ["ideal": texts.date(line.ideal), "reason": texts.reason($0)]) }
      days[line.trainee.id, default: []].append(ScheduleView.Day(day: texts.fullDate(line.plan.day), why: why))
    }
    people = order.map { ScheduleView.Person(name: $0.name.full, days: days[$0.id] ?? []) }
    hasPeople = !people.isEmpty
    unplaced = outcome.unplaced.map { Self.sentence($0, texts) }
    hasUnplaced = !unplaced.isEmpty
    mark = outcome.mark
    total = texts.say("page.schedule.total", count: outcome.lines.count, ["people": "\(people.count)"])
    button = texts.say("page.schedule.book", count: outcome.lines.count)
  }

  private static func sentence(_ unplaced: ScheduleJourney.Unplaced, _ texts: Texts) -> String {
    let who = unplaced.trainee.name.full
    return switch unplaced.why {
    case .noDay(let ideal, let limit):
      texts.say("schedule.unplaced." + limit.rawValue, ["who": who, "date": texts.date(ideal)])
    case .noHolder: texts.say("schedule.unplaced.no_holder", ["who": who])
    case .waiting(_, let day): texts.say("page.schedule.waiting", ["who": who, "date": texts.date(day)])
    }
  }
}
