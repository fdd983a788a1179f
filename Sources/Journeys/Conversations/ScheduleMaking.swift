public import CompetencyCore
internal import CompetencyStore

extension ScheduleJourney {
  /// What is to be planned.
  public struct Request: Sendable {
    /// The days on which may be planned, the limits, and when the company is closed.
    public var scheduling: ConversationScheduling
    /// The id of the template, its version, its kind and how long it suggests.
    public var template: (id: String, version: Int, kind: ConversationKind, minutes: Int)
    /// A team, by a piece of its name; nil for every team.
    public var team: String?
    /// What was agreed to when it was shown, as ``Outcome/mark``; nothing is written when it would be planned otherwise by now.
    /// Nil when nobody looked.
    public var shown: String?

    /// A planning of conversations by a template.
    public init(
      _ scheduling: ConversationScheduling, template: (id: String, version: Int, kind: ConversationKind, minutes: Int)
    ) {
      (self.scheduling, self.template) = (scheduling, template)
    }
  }

  /// What was planned.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The conversations with their days, in the order of the days.
    public let lines: [Line]
    /// Who could not be planned.
    public let unplaced: [Unplaced]
    /// Who was overdue.
    public let overdue: [(trainee: Trainee, dueOn: CalendarDate, days: Int)]

    /// Who, which day and by whom, in one short text: the same for the same planning, whatever else was written before it.
    public let mark: String
    /// Whether another planning was shown, so that nothing was written.
    public let isOther: Bool
  }

  /// A conversation that was planned.
  public struct Line: Sendable {
    /// With whom.
    public let trainee: Trainee
    /// Its plan.
    public let plan: ConversationPlan
    /// Who holds it.
    public let holderName: String
    /// The day that the rhythm gives.
    public let ideal: CalendarDate
    /// Why it is on another day; nil when it is not.
    public let moved: ConversationScheduling.Reason?
  }

  /// A trainee without a day.
  public struct Unplaced: Sendable {
    /// Who.
    public let trainee: Trainee
    /// Why.
    public let why: Why
    /// Why there is no day.
    public enum Why: Sendable {
      /// There was no free day for the conversation that is due on this day, before something else came.
      case noDay(CalendarDate, ConversationScheduling.Limit)
      /// Nobody guides or leads the trainee.
      case noHolder
      /// A conversation that was planned for this day has not been written down.
      case waiting(ConversationID, CalendarDate)
    }
  }

  /// Plans the conversations of everybody with a rhythm whose words the acting person may read, in one booking.
  ///
  /// - Throws: ``Refusal`` when the period begins in the past, or the team is not there.
  public static func make(_ context: JourneyContext, _ request: Request) throws(Refusal) -> Outcome {
    try context.requirePerson("schedule make")
    if context.isDryRun {
      return try context.look(.converse) { situation in
        var draft = FactDraft(context.booking(.schedule, after: situation))
        return try make(situation, request, &draft, isKept: false)
      }
    }
    return try context.write(.converse) { situation, writer in
      var draft = FactDraft(context.booking(.schedule, after: situation))
      let outcome = try make(situation, request, &draft, isKept: true)
      if !outcome.isOther { _ = try draft.write(by: writer) }
      return outcome
    }
  }

  private static func make(
    _ situation: Situation, _ request: Request, _ facts: inout FactDraft, isKept: Bool
  ) throws -> Outcome {
    let first = request.scheduling.period.lowerBound
    guard first >= situation.today else { throw Refusal(.usage, .date_past, values: ["date": first.iso]) }
    var round = ScheduleRound(situation)
    try round.gather(team: request.team)
    var scheduling = request.scheduling
    scheduling.standing = round.standing
    let found = scheduling.plan(round.members)
    let trainees = situation.company.trainees
    let lines = found.placed.compactMap { placement in
      trainees[placement.trainee].map { trainee in
        Line(
          trainee: trainee, plan: facts.plan(trainee, placement, request.template),
          holderName: situation.company.name(of: placement.holder)?.full ?? placement.holder.text, ideal: placement.ideal,
          moved: placement.moved)
      }
    }
    let unplaced = found.unplaced.compactMap { unplaced in
      trainees[unplaced.trainee].map { Unplaced(trainee: $0, why: .noDay(unplaced.ideal, unplaced.why)) }
    }
    let mark = mark(of: lines)
    let isOther = request.shown.map { !sameBytes($0, mark) } ?? false
    return Outcome(
      booking: isKept && !isOther && !facts.isEmpty ? facts.booking.number : nil, lines: lines,
      unplaced: round.unplaced + unplaced,
      overdue: found.overdue.compactMap { late in trainees[late.trainee].map { ($0, late.dueOn, late.days) } }, mark: mark,
      isOther: isOther)
  }

  private static func mark(of lines: [Line]) -> String {
    let texts = lines.map { "\($0.trainee.id.text) \($0.plan.day.iso) \($0.plan.holder.text) \($0.plan.minutes)\n" }
    return SecretHash.plain(of: texts.joined())
  }
}

extension FactDraft {
  fileprivate mutating func plan(
    _ trainee: Trainee, _ placement: ConversationScheduling.Placement,
    _ template: (id: String, version: Int, kind: ConversationKind, minutes: Int)
  ) -> ConversationPlan {
    plan(trainee, placement.day, moving: nil) { id, conversation in
      ConversationPlan(
        id: id, conversation: conversation, trainee: trainee.id, kind: template.kind, template: template.id,
        templateVersion: template.version, day: placement.day, time: nil, minutes: template.minutes, holder: placement.holder)
    }
  }
}
