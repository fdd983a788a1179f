public import CompetencyCore
internal import CompetencyStore

/// Planning tasks of one trainee's route anew, with a reason; the old plan stays.
public enum ReplanJourney {
  /// What one task was and became.
  public struct Change: Sendable {
    /// The task.
    public let task: WorkTask
    /// The plan before.
    public let before: ProfileTask
    /// The plan after; the same as before when it stood so already.
    public let after: ProfileTask
  }

  /// What was planned anew.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// Whose route.
    public let trainee: Trainee
    /// The day from which it holds.
    public let on: CalendarDate
    /// Each task, in the order in which they were typed.
    public let changes: [Change]
  }

  /// Plans tasks anew from a day on.
  ///
  /// - Throws: ``Refusal`` when nobody acts or the acting person does not guide or lead the trainee, a task is not on the
  ///   route, a week is over, the day lies ahead, or there is no reason.
  public static func run(
    _ context: JourneyContext, who: String, wishes: [RecordJourney.Assignment], on day: CalendarDate?, reason: String
  ) throws(Refusal) -> Outcome {
    try context.requirePerson("trainee replan")
    if context.isDryRun {
      return try context.look(.replan, .trainees([who])) { situation in
        try Draft(context, situation, who, wishes, day, reason).outcome(booked: nil)
      }
    }
    return try context.write(.replan, .trainees([who])) { situation, writer in
      let draft = try Draft(context, situation, who, wishes, day, reason)
      var facts = FactDraft(context.booking(.replan, after: situation))
      for change in draft.changes where change.before != change.after {
        // One reason for the whole, beside the first, so that erasing it takes one text away.
        let words = facts.isEmpty ? reason : ""
        facts.add { id, writer in try writer.add(draft.fact(change, id), reason: words) }
      }
      return draft.outcome(booked: try facts.write(by: writer))
    }
  }

  /// The changes that the wishes come to, before they are written.
  private struct Draft {
    private(set) var changes: [Change] = []
    private let trainee: Trainee
    private let day: CalendarDate
    private let actor: PersonID

    init(
      _ context: JourneyContext, _ situation: Situation, _ who: String, _ wishes: [RecordJourney.Assignment],
      _ day: CalendarDate?, _ reason: String
    ) throws(Refusal) {
      let desk = try ConversationDesk(situation, who: who)
      (trainee, actor, self.day) = (desk.trainee, desk.actor, day ?? situation.today)
      guard self.day <= situation.today else { throw Refusal(.usage, .date_in_future, values: ["date": self.day.iso]) }
      guard !reason.isEmpty else { throw Refusal(.usage, .replan_without_reason) }
      let plan = situation.knowledge.plan(of: trainee, asOf: self.day) ?? []
      var problems: [Problem] = []
      for (index, wish) in wishes.enumerated() {
        do throws(Refusal) {
          guard !wishes[..<index].contains(where: { $0.task == wish.task }) else {
            throw Refusal(.usage, .task_twice, values: ["task": wish.task.text])
          }
          changes.append(try change(wish, in: plan, situation.company))
        } catch { problems += error.problems }
      }
      guard problems.isEmpty else {
        throw Refusal(problems.allSatisfy { $0.code == .task_not_found } ? .notFound : .usage, problems)
      }
    }

    private func change(
      _ wish: RecordJourney.Assignment, in plan: [PlannedTask], _ company: Company
    ) throws(Refusal) -> Change {
      guard let task = company.tasks[wish.task] else {
        throw Refusal(.notFound, .task_not_found, values: ["task": wish.task.text])
      }
      guard let before = plan.first(where: { $0.inForce.task == wish.task })?.inForce else {
        throw Refusal(.usage, .task_not_on_route, values: ["task": wish.task.text, "who": trainee.name.full])
      }
      guard let words = RouteWords(wish.word, trainee) else {
        throw Refusal(.usage, .plan_not_understood, values: ["value": "\(wish.task)=\(wish.word)"])
      }
      if let week = words.week?.number, week < trainee.week(on: day), week != before.week {
        throw Refusal(
          .usage, .week_over,
          values: ["task": wish.task.text, "week": "\(week)", "date": trainee.end(ofWeek: week).iso])
      }
      let after = ProfileTask(
        task: before.task, target: before.target, week: words.week.map(\.number) ?? before.week, way: words.way ?? before.way)
      return Change(task: task, before: before, after: after)
    }

    func fact(_ change: Change, _ id: FactID) -> RouteChange {
      let week = change.after.week.map(RouteChange.Week.planned) ?? .unplanned
      return RouteChange(
        id: id, trainee: trainee.id, task: change.task.code, on: day, by: actor,
        week: change.before.week == change.after.week ? nil : week,
        way: change.before.way == change.after.way ? nil : change.after.way)
    }

    func outcome(booked: BookingNumber?) -> Outcome {
      Outcome(booking: booked, trainee: trainee, on: day, changes: changes)
    }
  }
}

/// What stands after the `=`: a week, a way of learning or both, with a comma between.
private struct RouteWords {
  private(set) var week: RouteChange.Week?
  private(set) var way: LearningWay?

  /// A week of the training (`60`), a week of the calendar (`2027-W05`), a day (`1-3-2027`) or `ongepland`; nil for anything
  /// else, and for two weeks or two ways.
  init?(_ text: String, _ trainee: Trainee) {
    for word in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map({
      String(decoding: $0, as: UTF8.self)
    }) {
      if let way = LearningWay(rawValue: word), self.way == nil {
        self.way = way
      } else if let week = Self.week(word, trainee), self.week == nil {
        self.week = week
      } else {
        return nil
      }
    }
  }

  private static func week(_ word: String, _ trainee: Trainee) -> RouteChange.Week? {
    if sameBytes(word, "ongepland") { return .unplanned }
    let week = Int(word) ?? ClosedPeriod(typed: word).map { trainee.week(on: $0.last) }
    return week.flatMap { (1...520).contains($0) ? .planned($0) : nil }
  }
}
