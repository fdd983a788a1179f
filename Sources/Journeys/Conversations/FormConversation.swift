public import CompetencyCore
internal import CompetencyStore

/// A conversation that a school's form tells of, for those who may read the words of the trainee's conversations.
public struct FormConversation: Sendable {
  /// The day on which it was held.
  public let heldOn: CalendarDate
  /// What kind of conversation it was.
  public let kind: ConversationKind
  /// With whom.
  public let trainee: Trainee
  /// Who tells of it, as the sender calls itself.
  public let sender: String
  /// What was said, by topic, with whose words they are; nil for both.
  public let topics: [(code: String, contributedBy: Role?, words: String)]
  /// The agreements in it as they stand today, with their words.
  public let agreements: [(agreement: StandingAgreement, words: String)]

  /// The conversations that forms tell of on a day.
  ///
  /// - Throws: ``Refusal`` when the trainee is not found, or no form tells of a conversation on that day.
  public static func on(_ context: JourneyContext, who: String, day: CalendarDate) throws(Refusal) -> [FormConversation] {
    try context.meet(who, "conversation show") { desk in
      let (situation, trainee) = (desk.situation, desk.trainee)
      let senders = try situation.reader.senderNames()
      let words = try desk.followUpWords()
      let found = try situation.knowledge.attributedForms.filter { $0.trainee == trainee.id }.compactMap { attributed in
        let reading = attributed.form.reading
        guard reading.identity.heldOn == day, let kind = ConversationKind(reading.kind) else { return FormConversation?.none }
        let ids = reading.agreements.map { AgreementID.school(SchoolAgreementID(subject: reading.identity.subject, id: $0.id)) }
        return FormConversation(
          heldOn: day, kind: kind, trainee: trainee, sender: senders[reading.identity.sender] ?? "",
          topics: try situation.reader.topics(of: reading.id),
          agreements: words.agreements.filter { ids.contains($0.agreement.id) })
      }
      guard !found.isEmpty else {
        throw Refusal(.notFound, .no_conversation_then, values: ["who": trainee.name.full, "date": day.iso])
      }
      return found
    }
  }
}
