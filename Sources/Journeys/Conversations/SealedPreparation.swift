internal import CompetencyCore
internal import CompetencyStore

extension ConversationDesk {
  /// What a side wrote in preparation, by the question's id; nil while it is sealed for the acting person.
  ///
  /// The sealing rule: what one wrote oneself always; all of both sides when both are ready or the conversation has begun; and
  /// nothing for who takes no part in it. Who takes a conversation over from another does not see what that one wrote before
  /// it begins. Nothing else in the program reads a preparation.
  func preparation(of asked: ConversationSide, for conversation: Conversation) throws -> [String: String]? {
    guard let written = try written(by: asked, for: conversation) else { return nil }
    var words: [String: String] = [:]
    for (question, body) in written { words[question] = body.isEmpty ? nil : body }
    return words
  }

  /// The questions that the acting side answered or skipped, each by its id: what is empty was skipped, or taken back.
  func passedQuestions(of conversation: Conversation) throws -> Set<String> {
    Set(try written(by: side, for: conversation)?.map(\.question) ?? [])
  }

  private func written(
    by asked: ConversationSide, for conversation: Conversation
  ) throws -> [(question: String, body: String)]? {
    guard readsWords(of: conversation), asked == side || conversation.isUnsealed else { return nil }
    let own = Set(situation.ledger.bookings.filter { $0.by == actor }.map(\.number))
    return try situation.reader.preparationWords(of: conversation.id, asked).filter { answer, _, _ in
      situation.knowledge.live.contains(answer.booking) && (conversation.isUnsealed || own.contains(answer.booking))
    }.map { ($0.question, $0.body) }
  }
}
