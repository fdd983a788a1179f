internal import CompetencyCore
internal import Journeys
internal import Wording

/// The day, the time and the minutes as they stand in the form, and what stands in the way of each.
struct PlanForm: Sendable {
  var day = ""
  private(set) var time = ""
  var minutes = ""
  private(set) var dayProblem: String?
  private(set) var timeProblem: String?
  private(set) var minutesProblem: String?
  private(set) var others: [String] = []
  /// Whether it holds what somebody sent.
  private(set) var wasSent = false

  /// An empty form.
  init() {}

  /// What was planned before.
  init(_ plan: ConversationPlan) {
    (day, minutes) = (plan.day.iso, "\(plan.minutes)")
    // A field for a time wants two figures for the hour, and a colon.
    time = plan.time.map { Self.twoFigures($0.minutes / 60) + ":" + Self.twoFigures($0.minutes % 60) } ?? ""
  }

  /// What somebody sent, checked.
  init(_ request: PageRequest) {
    wasSent = true
    (day, time, minutes) = (request.form.trimmed("dag"), request.form.trimmed("tijd"), request.form.trimmed("duur"))
    let texts = request.texts
    if let chosenDay {
      if chosenDay < request.context.today { dayProblem = texts.say("page.agreement.day_past") }
    } else {
      dayProblem = texts.say("page.task.day_unknown")
    }
    if !time.isEmpty, chosenTime == nil { timeProblem = texts.say("page.plan.time_unknown") }
    let possible = PlanConversationJourney.possibleMinutes
    if !(chosenMinutes.map(possible.contains) ?? false) {
      let values = ["from": "\(possible.lowerBound)", "through": "\(possible.upperBound)"]
      minutesProblem = texts.say("page.plan.minutes_unknown", values)
    }
  }

  var chosenDay: CalendarDate? { CalendarDate(typed: day) }
  var chosenTime: TimeOfDay? { TimeOfDay(typed: time) }
  var chosenMinutes: Int? { Int(minutes) }

  /// What stands in the way, first of the whole and then of each field.
  var problems: [String] { others + [dayProblem, timeProblem, minutesProblem].compactMap { $0 } }

  /// Whether a plan says the same already.
  func isSame(as plan: ConversationPlan) -> Bool {
    chosenDay.map { sameBytes(ConversationPlan.shown($0, chosenTime, chosenMinutes), plan.shown) } ?? false
  }

  /// The same with one more that stands in the way.
  func refused(saying sentence: String) -> PlanForm {
    var form = self
    form.others.append(sentence)
    return form
  }

  /// The same with what a journey refuses, at the field that it is about.
  func refused(_ refusal: Refusal, _ texts: Texts) -> PlanForm {
    var form = self
    for problem in refusal.problems {
      if problem.code == .date_past {
        form.dayProblem = texts.say("page.agreement.day_past")
      } else {
        form.others.append(texts.located(problem))
      }
    }
    return form
  }

  private static func twoFigures(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}
