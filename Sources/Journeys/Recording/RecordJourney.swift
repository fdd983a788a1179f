public import CompetencyCore
internal import CompetencyStore

/// Recording by hand what was seen: several tasks of one trainee at once.
public enum RecordJourney {
  /// One task with what is said of it, as it was typed: `LAS-02=beheerst`.
  public struct Assignment: Sendable, Hashable {
    /// The task.
    public let task: TaskCode
    /// The word after the `=`.
    public let word: String
    /// What the cell showed when it was said; nil when nobody looked at it first.
    public var shown: String?

    /// An assignment as it was typed; nil without a task or a word.
    public init?(typed text: String) {
      guard let equals = text.utf8.lastIndex(of: UInt8(ascii: "=")), let task = TaskCode(text[..<equals]) else { return nil }
      let word = String(text[text.utf8.index(after: equals)...])
      guard !word.isEmpty else { return nil }
      (self.task, self.word) = (task, word)
    }

    /// An assignment from a form, which knows what it showed.
    public init(task: TaskCode, word: String, shown: String) { (self.task, self.word, self.shown) = (task, word, shown) }
  }

  /// A task that somebody else changed since it was shown: what was said of it is not written.
  public struct Conflict: Sendable {
    /// The task.
    public let task: WorkTask
    /// The cell as it is now.
    public let now: MatrixCell
    /// What was said.
    public let said: Judgement
    /// The day and the time of the booking that the cell comes from now, `10.15`, and the name of who made it; nil when it is
    /// not told by a booking of a person.
    public let since: (day: CalendarDate, time: String, name: String)?
  }

  /// What one task was and became.
  public struct Change: Sendable {
    /// How it was written.
    public enum Kind: String, Sendable {
      case observation, proposal, withdrawal
      /// The same had been recorded already; nothing was written.
      case unchanged
    }
    /// The task.
    public let task: WorkTask
    /// The cell before.
    public let before: MatrixCell
    /// The cell after.
    public let after: MatrixCell
    /// How it was written.
    public let kind: Kind
    /// What was said.
    public let judgement: Judgement
    /// The levels that the company uses.
    public let scale: MasteryScale
  }

  /// What was recorded.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// Whose tasks.
    public let trainee: Trainee
    /// The name of who saw it.
    public let actorName: String
    /// The day on which it was seen.
    public let seenOn: CalendarDate
    /// Each task, in the order in which they were typed.
    public let changes: [Change]
    /// The tasks that somebody else changed meanwhile.
    public let conflicts: [Conflict]
  }

  /// Records what the acting person saw.
  ///
  /// - Throws: ``Refusal`` when nobody acts, a task or level is not known, the day lies ahead, or a lower level has no reason.
  public static func run(
    _ context: JourneyContext, who: String, assignments: [Assignment], on day: CalendarDate?, note: String, reason: String
  ) throws(Refusal) -> Outcome {
    guard context.actingText != nil else { throw Refusal(.usage, .acting_person_needed, values: ["command": "matrix set"]) }
    if context.isDryRun {
      return try context.look(.record, .levels([who])) { situation in
        try Draft(context, situation, who, assignments, day, reason).outcome(booked: nil)
      }
    }
    return try context.write(.record, .levels([who])) { situation, writer in
      let draft = try Draft(context, situation, who, assignments, day, reason)
      guard !draft.isEmpty else { return draft.outcome(booked: nil) }
      try writer.add(draft.booking)
      for record in draft.records { try writer.add(record, note: note) }
      for withdrawal in draft.withdrawals { try writer.add(withdrawal, reason: reason) }
      return draft.outcome(booked: draft.booking.number)
    }
  }
}
