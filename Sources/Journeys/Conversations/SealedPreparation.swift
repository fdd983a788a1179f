internal import CompetencyCore
internal import CompetencyStore

extension ConversationDesk {
  /// What a side wrote in preparation, by the question's id; nil while it is sealed for the acting person.
  ///
  /// The sealing rule: the own side's words always, the other side's when both are ready or the conversation has begun; and
  /// neither for who takes no part in it. Nothing else in the program reads a preparation.
  func preparation(of asked: ConversationSide, for conversation: Conversation) throws -> [String: String]? {
    guard readsWords(of: conversation), asked == side || conversation.isUnsealed else { return nil }
    var words: [String: String] = [:]
    for (answer, question, body) in try situation.reader.preparationWords(of: conversation.id, asked)
    where situation.knowledge.live.contains(answer.booking) {
      words[question] = body.isEmpty ? nil : body
    }
    return words
  }
}
