public import CompetencyCore

extension Texts {
  /// A text of a template in this language.
  public func choose(_ text: BilingualText) -> String { language == .nl ? text.nl : text.en }

  /// A kind of conversation as people call it.
  public func kind(_ kind: ConversationKind) -> String { say("conversation_kind." + kind.rawValue) }

  /// What is talked about, as it stands on a form.
  public func topic(_ topic: ConversationTopic) -> String { say("topic." + topic.rawValue) }

  /// The sentence of a hint.
  public func hint(_ hint: Hint) -> String { say("hint." + hint.code.rawValue, ["word": hint.word]) }
}
