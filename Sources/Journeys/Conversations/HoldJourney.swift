public import CompetencyCore
internal import CompetencyStore

/// Beginning a conversation: from here on both sides see what the other prepared, old agreements first.
public enum HoldJourney {
  /// A conversation that has begun.
  public struct Outcome: Sendable {
    /// The booking; nil when it had begun already.
    public let booking: BookingNumber?
    /// The conversation with what both sides prepared.
    public let conversation: PrepareJourney.Outcome
  }

  /// Begins the conversation of today.
  ///
  /// - Throws: ``Refusal`` when it was called off or written down already.
  public static func start(_ context: JourneyContext, who: String, on day: CalendarDate?) throws(Refusal) -> Outcome {
    let (booking, _) = try context.write(about: who, "conversation hold", .conversation) { desk, facts in
      let conversation = try desk.conversation()
      let day = day ?? desk.situation.today
      guard day <= desk.situation.today else { throw Refusal(.usage, .date_in_future, values: ["date": day.iso]) }
      guard desk.side == .begeleider else { throw desk.situation.access.refusal }
      try desk.requirePart(in: conversation)
      switch conversation.state {
      case .started: return
      case .recorded, .cancelled:
        throw Refusal(
          .notFound, .no_conversation, values: ["who": desk.trainee.name.full, "trainee": desk.trainee.id.text])
      case .planned:
        facts.add { id, writer in
          let event = ConversationEvent(id: id, conversation: conversation.id, trainee: desk.trainee.id, change: .started(day))
          try writer.add(event, words: "")
        }
      }
    }
    return Outcome(booking: booking, conversation: try PrepareJourney.show(context, who: who))
  }
}
