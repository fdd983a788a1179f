public import CompetencyCore
internal import CompetencyStore

/// Preparing a conversation: what the facts give to talk about, and what each side wrote.
public enum PrepareJourney {
  /// A conversation before it is held.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The conversation.
    public let conversation: Conversation
    /// With whom.
    public let trainee: Trainee
    /// The side on which the acting person prepares.
    public let side: ConversationSide
    /// What the facts give to talk about.
    public let opener: Opener
    /// The open agreements with their words, those of the opener too.
    public let words: FollowUpWords
    /// What this side wrote, by question.
    public let own: [String: String]
    /// The questions that this side answered or skipped.
    public let passed: Set<String>
    /// What the other side wrote; nil while it is sealed.
    public let other: [String: String]?
    /// The set-up, for names.
    public let company: Company
    /// Today.
    public let today: CalendarDate
    /// Who holds it.
    public let holderName: String
    /// How manieth conversation with the trainee it is, from 1; it turns the questions of the template.
    public let number: Int
    /// The conversation that is planned after it; nil when none is.
    public let next: ConversationPlan?
  }

  /// Shows the opener, and what was written so far.
  public static func show(_ context: JourneyContext, who: String) throws(Refusal) -> Outcome {
    try context.meet(who, "conversation prepare") { desk in try outcome(desk, try desk.openConversation()) }
  }

  /// Shows what there is to write down of a conversation that was held on a day without being planned.
  public static func unplanned(
    _ context: JourneyContext, who: String, _ template: PlanConversationJourney.Template, on day: CalendarDate?
  ) throws(Refusal) -> Outcome {
    try context.meet(who, "conversation record") { desk in
      let next = FactID(booking: desk.situation.ledger.nextBooking, ordinal: 1)
      let plan = ConversationPlan(
        id: next, conversation: ConversationID(next), trainee: desk.trainee.id, kind: template.kind, template: template.id,
        templateVersion: template.version, day: day ?? desk.situation.today, time: nil, minutes: template.minutes,
        holder: desk.actor)
      return try outcome(desk, Conversation(heldWithoutPlan: plan))
    }
  }

  /// Saves answers, and that this side is ready.
  ///
  /// - Parameter isKnown: whether the conversation's template has a question for this side.
  /// - Throws: ``Refusal`` when the conversation has begun, or a question is not of the template.
  public static func save(
    _ context: JourneyContext, who: String, _ draft: PreparationDraft,
    isKnown: @escaping (_ plan: ConversationPlan, _ side: ConversationSide, _ question: String) -> [String]?
  ) throws(Refusal) -> Outcome {
    let (booking, saved) = try context.write(about: who, "conversation prepare", .conversation) { desk, facts in
      let conversation = try desk.openConversation()
      try desk.requirePart(in: conversation)
      guard conversation.state == .planned else {
        throw Refusal(.usage, .conversation_began, values: ["conversation": conversation.id.description])
      }
      for answer in draft.answers {
        if let known = isKnown(conversation.plan, desk.side, answer.question) {
          throw Refusal(
            .usage, .question_not_found, at: answer.words.place,
            values: ["question": answer.question, "list": known.joined(separator: ", ")])
        }
        facts.add { id, writer in
          let fact = PreparationAnswer(
            id: id, conversation: conversation.id, trainee: desk.trainee.id, side: desk.side, question: answer.question)
          try writer.add(fact, words: answer.words.value)
        }
      }
      if draft.isReady, !conversation.ready.contains(desk.side) {
        facts.add { id, writer in
          let event = ConversationEvent(
            id: id, conversation: conversation.id, trainee: desk.trainee.id, change: .ready(desk.side))
          try writer.add(event, words: "")
        }
      }
      return try outcome(desk, conversation, draft)
    }
    // What was saved may have unsealed the other side's words.
    return booking == nil ? saved : try show(context, who: who).booked(booking)
  }

  static func outcome(
    _ desk: ConversationDesk, _ conversation: Conversation, _ draft: PreparationDraft? = nil
  ) throws -> Outcome {
    var own = try desk.preparation(of: desk.side, for: conversation) ?? [:]
    for answer in draft?.answers ?? [] { own[answer.question] = answer.words.value.isEmpty ? nil : answer.words.value }
    return Outcome(
      booking: nil, conversation: conversation, trainee: desk.trainee, side: desk.side,
      opener: Opener(of: desk.trainee, in: desk.matrix), words: try desk.followUpWords(), own: own,
      passed: try desk.passedQuestions(of: conversation).union((draft?.answers ?? []).map(\.question)),
      other: try desk.preparation(of: desk.side.other, for: conversation), company: desk.situation.company,
      today: desk.situation.today, holderName: desk.name(of: conversation.plan.holder), number: desk.number(of: conversation),
      next: desk.conversations.first { $0.state == .planned && $0.id > conversation.id }?.plan)
  }
}

extension PrepareJourney.Outcome {
  fileprivate func booked(_ booking: BookingNumber?) -> Self {
    Self(
      booking: booking, conversation: conversation, trainee: trainee, side: side, opener: opener, words: words, own: own,
      passed: passed, other: other, company: company, today: today, holderName: holderName, number: number, next: next)
  }
}
