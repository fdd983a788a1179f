internal import CompetencyCore
internal import CompetencyStore

extension ConversationDesk {
  /// What a side wrote in preparation, by the question's id; nil while it is sealed for the acting person.
  ///
  /// The sealing rule: what one wrote oneself always; all of both sides when both are ready or the conversation has begun; and
  /// nothing for who takes no part in it. Who takes a conversation over from another does not see what that one wrote before
  /// it begins. Nothing else in the program reads a preparation.
  func preparation(of asked: ConversationSide, for conversation: Conversation) throws -> [String: String]? {
    guard readsWords(of: conversation), asked == side || conversation.isUnsealed else { return nil }
    let own = Set(situation.ledger.bookings.filter { $0.by == actor }.map(\.number))
    var words: [String: String] = [:]
    for (answer, question, body) in try situation.reader.preparationWords(of: conversation.id, asked)
    where situation.knowledge.live.contains(answer.booking) && (conversation.isUnsealed || own.contains(answer.booking)) {
      words[question] = body.isEmpty ? nil : body
    }
    return words
  }
}
