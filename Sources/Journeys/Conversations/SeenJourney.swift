public import CompetencyCore
internal import CompetencyStore

/// The trainee says of what was written down: seen, agreed, or that it must be changed.
public enum SeenJourney {
  /// What the trainee says.
  public enum Word: Sendable {
    /// Seen, which is not agreeing.
    case seen
    case agreed
    /// It must be changed, in these words.
    case change(String)
  }
  /// What was said.
  public struct Outcome: Sendable {
    /// The booking; nil when the same was said already.
    public let booking: BookingNumber?
    /// The conversation before it was said.
    public let conversation: Conversation
    /// Who said it.
    public let trainee: Trainee
  }

  /// Says it of the last version.
  ///
  /// - Throws: ``Refusal`` when nothing was written down yet, or somebody else than the trainee says it.
  public static func run(
    _ context: JourneyContext, who: String, _ word: Word, wasUseful: Bool?
  ) throws(Refusal) -> Outcome {
    let (booking, outcome) = try context.write(about: who, "conversation seen", .conversation) { desk, facts in
      guard desk.side == .medewerker else {
        throw Refusal(.notAllowed, .only_trainee, values: ["who": desk.trainee.name.full])
      }
      let asked = ConversationID(typed: who)
      let recorded = desk.conversations.filter { $0.heldOn != nil }
      let found = asked.map { id in recorded.first { $0.id == id } } ?? recorded.last
      guard let conversation = found, let version = conversation.versions.last else {
        throw Refusal(.notFound, .nothing_recorded, values: ["who": desk.trainee.name.full])
      }
      let (change, words): (ConversationEvent.Change?, String) =
        switch (word, conversation.acknowledgement) {
        case (.seen, .none): (.seen(version: version.fact), "")
        case (.seen, _), (.agreed, .agreed): (nil, "")
        case (.agreed, _): (.agreed(version: version.fact), "")
        case (.change(let words), _): (.changeAsked(version: version.fact), words)
        }
      if let change {
        facts.add { id, writer in
          let event = ConversationEvent(id: id, conversation: conversation.id, trainee: desk.trainee.id, change: change)
          try writer.add(event, words: words)
        }
      }
      if let wasUseful, conversation.ratings[.medewerker] != wasUseful {
        facts.add { id, writer in
          let change = ConversationEvent.Change.rated(.medewerker, wasUseful: wasUseful)
          let event = ConversationEvent(id: id, conversation: conversation.id, trainee: desk.trainee.id, change: change)
          try writer.add(event, words: "")
        }
      }
      return (conversation, desk.trainee)
    }
    return Outcome(booking: booking, conversation: outcome.0, trainee: outcome.1)
  }
}
