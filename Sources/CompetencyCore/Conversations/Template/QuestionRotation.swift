// Who hears the same questions every time stops thinking about them (S1: questions that make people reflect). The number of
// the conversation chooses, so that preparing, holding and printing show the same.

extension ConversationTemplate.Step {
  /// The questions that a conversation shows; the next conversation goes on where this one stopped.
  ///
  /// - Parameters:
  ///   - number: which conversation with this template it is, from 1.
  ///   - most: how many questions there is room for.
  public func questions(inConversation number: Int, atMost most: Int = 2) -> [BilingualText] {
    let count = min(most, questions.count)
    guard count > 0 else { return [] }
    return (0..<count).map { questions.turned(to: (number % questions.count - 1) * count + $0) }
  }
}

extension ConversationTemplate.Preparation {
  /// The way in which a conversation asks the question.
  ///
  /// - Parameter number: which conversation with this template it is, from 1.
  public func wording(inConversation number: Int) -> BilingualText { wordings.turned(to: number % wordings.count - 1) }
}

extension Array {
  /// The element at a place that goes on counting past the end, and before the beginning.
  fileprivate func turned(to place: Int) -> Element { self[(place % count + count) % count] }
}
