extension FoldCase.Event {
  /// The messages that it imports.
  var messages: [NaiveMessage] {
    acts.compactMap { if case .message(let message) = $0 { message } else { nil } }
  }

  /// The answer that it gives.
  var answer: NaiveAnswer? {
    for case .answered(let answer) in acts { return answer }
    return nil
  }

  /// What its forms ask, as answers without a meaning.
  var questions: [NaiveAnswer] {
    messages.flatMap { message in
      message.forms.flatMap { form in
        [("trainee", form.trainee)] + form.lines.map { ("task", $0.task) }
          + form.lines.compactMap { line in
            line.level.map { ("level", $0) }
          }
      }.compactMap { subject, word in
        guard case .asked(let text, _) = word else { return nil }
        return NaiveAnswer(sender: message.sender, subject: subject, word: text, meaning: "", isRemembered: false)
      }
    }
  }
}

extension NaiveAnswer {
  /// Whether two answers are to one question.
  func asks(_ other: NaiveAnswer) -> Bool {
    sender == other.sender && subject == other.subject && word == other.word
  }
}

extension NaiveMessage {
  /// Whether two messages have one key.
  func isSame(as other: NaiveMessage) -> Bool { sender == other.sender && id == other.id }
}
