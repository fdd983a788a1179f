internal import CompetencyCore
internal import Journeys
internal import Wording

/// What is to be planned, as it stands in the form, and what stands in the way.
struct ScheduleForm: Sendable {
  /// The most days that one planning covers.
  private static let mostDays = 731
  private static let possiblePerDay = 1...100

  let from, through, closed, most, team: String
  private(set) var dayProblem: String?
  private(set) var closedProblem: String?
  private(set) var mostProblem: String?
  /// What is asked of the journey; nil when something stands in the way.
  private(set) var scheduling: ConversationScheduling?

  /// What the form suggests: a year from today.
  init(from today: CalendarDate) {
    (from, through) = (today.iso, today.adding(months: 12).adding(days: -1).iso)
    (closed, most, team) = ("", "2", "")
  }

  /// What somebody sent, checked.
  init(_ fields: Fields, _ request: PageRequest) {
    (from, through, most) = (fields.trimmed("van"), fields.trimmed("tot"), fields.trimmed("hooguit"))
    (closed, team) = (fields.trimmed("dicht"), fields["team"] ?? "")
    let texts = request.texts
    var periods: [ClosedPeriod] = []
    // Blanks stand in no period, so that one a line and some on a line are both understood.
    for part in closed.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace || $0 == "," || $0 == ";" }) {
      let text = String(String.UnicodeScalarView(part))
      guard let period = ClosedPeriod(typed: text) else {
        closedProblem = texts.say("page.schedule.closed_unknown", ["value": text])
        break
      }
      periods.append(period)
    }
    let count = Int(most).flatMap { Self.possiblePerDay.contains($0) ? $0 : nil }
    if count == nil {
      let values = ["from": "\(Self.possiblePerDay.lowerBound)", "through": "\(Self.possiblePerDay.upperBound)"]
      mostProblem = texts.say("page.schedule.most_unknown", values)
    }
    guard let first = CalendarDate(typed: from), let last = CalendarDate(typed: through) else {
      dayProblem = texts.say("page.task.day_unknown")
      return
    }
    guard first >= request.context.today else {
      dayProblem = texts.say("page.agreement.day_past")
      return
    }
    guard first <= last, last.dayNumber - first.dayNumber <= Self.mostDays else {
      dayProblem = texts.say("page.schedule.period_wrong")
      return
    }
    guard let count, closedProblem == nil else { return }
    var scheduling = ConversationScheduling(period: first...last)
    (scheduling.closed, scheduling.mostPerDay, scheduling.mostPerHolder) = (periods, count, count)
    self.scheduling = scheduling
  }

  var problems: [String] { [dayProblem, closedProblem, mostProblem].compactMap { $0 } }
}
