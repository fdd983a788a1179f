/// One version of what was written down of a conversation, with its words; there is no place for a mark in it.
public struct ConversationRecord: Sendable {
  /// The version.
  public let version: Conversation.Version
  /// What was said, by the code of a topic.
  public var topics: [(code: String, words: String)] = []
  /// Compliments, with the task that they name.
  public var compliments: [(task: TaskCode?, words: String)] = []
  /// Feedback by slot, with whose it is.
  public var feedback: [(from: ConversationSide, slots: [FeedbackSlot: String])] = []
  /// What is needed of a side.
  public var support: [(of: ConversationSide, words: String)] = []
  /// What the trainee (medewerker) and the organisation (begeleider) want.
  public var ambitions: [(of: ConversationSide, words: String)] = []
  /// The levels that were recorded with it, each with its own day.
  public var levels: [HandRecord] = []

  /// A version without words yet.
  public init(version: Conversation.Version) { self.version = version }
}
