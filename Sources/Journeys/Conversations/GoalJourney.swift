public import CompetencyCore
internal import CompetencyStore

/// Goals of a trainee: listing, setting and looking at them.
public enum GoalJourney {
  /// A goal with what people want to know of it.
  public struct Row: Sendable {
    /// The goal.
    public let goal: StandingGoal
    /// The words; empty when they were erased.
    public let words: String
    /// How each key result stands.
    public let results: [(result: KeyResult, state: KeyResultState)]
  }

  /// The goals of a trainee.
  ///
  /// - Parameter isAll: those that ended too.
  public static func list(
    _ context: JourneyContext, who: String, isAll: Bool
  ) throws(Refusal) -> (trainee: Trainee, rows: [Row], scale: MasteryScale) {
    try context.meet(who, "goal list") { desk in
      let (matrix, words) = (desk.matrix, try desk.followUpWords())
      let rows = words.goals.filter { isAll || $0.goal.isOpen }.map { goal, text in
        Row(
          goal: goal, words: text,
          results: goal.goal.keyResults.map { ($0, matrix.state(of: $0, trainee: desk.trainee)) })
      }
      return (desk.trainee, rows, desk.situation.company.scale)
    }
  }

  /// What was done to a goal.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The goal.
    public let goal: GoalID
    /// Whose it is.
    public let trainee: Trainee
  }

  /// Sets a goal between conversations; one that replaces another changes it, and the history stays.
  public static func add(
    _ context: JourneyContext, who: String, _ new: ConversationDraft.NewGoal
  ) throws(Refusal) -> Outcome {
    let (booking, made) = try context.write(about: who, "goal add", .goal) { desk, facts in
      (GoalID(try desk.goal(new, at: nil, in: nil, on: desk.situation.today, &facts).id), desk.trainee)
    }
    return Outcome(booking: booking, goal: made.0, trainee: made.1)
  }

  /// Looks at a goal: keeps it, drops it or says that it was reached.
  public static func review(
    _ context: JourneyContext, who: String, goal: String, _ verdict: GoalReview.Verdict
  ) throws(Refusal) -> Outcome {
    let (booking, done) = try context.write(about: who, "goal review", .goal) { desk, facts in
      (try desk.review(goal, verdict, at: nil, in: nil, on: desk.situation.today, &facts), desk.trainee)
    }
    return Outcome(booking: booking, goal: done.0, trainee: done.1)
  }
}
