public import CompetencyCore
internal import CompetencyStore

/// Writing down what was said: topics, agreements, levels that were seen, goals, and the next day, in one booking.
public enum RecordConversationJourney {
  /// What was written down.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The conversation.
    public let conversation: Conversation
    /// With whom.
    public let trainee: Trainee
    /// The day on which it was held.
    public let heldOn: CalendarDate
    /// Whether an earlier version was written down before.
    public let isChange: Bool
    /// The new agreements, with who keeps them.
    public let agreements: [(agreement: Agreement, words: String, owner: String)]
    /// How many agreements were closed or moved.
    public let closed: Int
    /// The open agreements that nothing was said of.
    public let untouched: [StandingAgreement]
    /// How many levels were recorded.
    public let levels: Int
    /// The day of the next conversation; nil when none is planned.
    public let next: ConversationPlan?
    /// Whether the leidinggevende is told.
    public let isShared: Bool
  }

  /// Writes a version of the conversation down; an earlier version stays, and what the trainee said of it lapses.
  ///
  /// - Throws: ``Refusal`` with every name that is not known, when the trainee writes, or the day lies ahead.
  ///
  /// - Parameter unplanned: the template of a conversation that was held without being planned; nil for one that was.
  public static func run(
    _ context: JourneyContext, who: String, _ draft: ConversationDraft, unplanned: PlanConversationJourney.Template? = nil
  ) throws(Refusal) -> Outcome {
    let (booking, outcome) = try context.write(about: who, "conversation record", .conversation) { desk, facts in
      guard desk.side == .begeleider else { throw desk.situation.access.refusal }
      let today = desk.situation.today
      let conversation: Conversation
      if let unplanned {
        let day = draft.heldOn ?? today
        guard day <= today else { throw Refusal(.usage, .date_in_future, values: ["date": day.iso]) }
        conversation = Conversation(
          heldWithoutPlan: facts.plan(desk.trainee, day, moving: nil) { id, conversation in
            ConversationPlan(
              id: id, conversation: conversation, trainee: desk.trainee.id, kind: unplanned.kind, template: unplanned.id,
              templateVersion: unplanned.version, day: day, time: nil, minutes: draft.minutes ?? unplanned.minutes,
              holder: desk.actor)
          })
      } else {
        conversation = try desk.openConversation()
        try desk.requirePart(in: conversation)
      }
      let heldOn = draft.heldOn ?? conversation.dayOfHolding ?? today
      guard heldOn <= today else { throw Refusal(.usage, .date_in_future, values: ["date": heldOn.iso]) }
      let recording = ConversationRecording(desk: desk, conversation: conversation, draft: draft, heldOn: heldOn)
      return try recording.write(&facts)
    }
    return Outcome(
      booking: booking, conversation: outcome.conversation, trainee: outcome.trainee, heldOn: outcome.heldOn,
      isChange: outcome.isChange, agreements: outcome.agreements, closed: outcome.closed, untouched: outcome.untouched,
      levels: outcome.levels, next: outcome.next, isShared: outcome.isShared)
  }
}

extension Conversation {
  /// The day on which it began or was held; nil when neither is known.
  var dayOfHolding: CalendarDate? {
    switch state {
    case .started(let day), .recorded(let day): day
    case .planned, .cancelled: nil
    }
  }
}
