public import CompetencyCore

extension StoreReader {
  /// The words with which one side prepared a conversation, in the order in which they were written.
  ///
  /// Nothing else in the program reads them. Which answers are live, which of a question is the latest and who may see
  /// them now, is for the asker to decide; an answer that was emptied has an empty body.
  public func preparationWords(
    of conversation: ConversationID, _ side: ConversationSide
  ) throws -> [(answer: FactID, question: String, body: String)] {
    guard try Schema.current(session) >= Schema.firstWithConversations else { return [] }
    return try session.rows(.preparation_words, conversation.fact.values + [.text(side.rawValue)]) { row in
      (answer: try row.factID(), question: try row.text(2), body: try row.text(3))
    }
  }
}
