public import CompetencyCore

/// The record of one conversation (gespreksverslag), for the trainee, the werkplekbegeleider and whom it is shared with.
public struct ConversationReport: Sendable {
  /// The conversation.
  public let conversation: Conversation
  /// With whom.
  public let trainee: Trainee
  /// The set-up, for names.
  public let company: Company
  /// The last version of what was written down; nil when nothing was, or the reader is not told the words.
  public let record: ConversationRecord?
  /// Whether the reader is told the words.
  public let readsWords: Bool
  /// The agreements that were made in it.
  public let agreements: [(agreement: StandingAgreement, words: String)]
  /// The goals that were set in it.
  public let goals: [(goal: StandingGoal, words: String)]
  /// The obstacles that were named in it.
  public let obstacles: [(obstacle: StandingObstacle, words: String)]
  /// Who holds it.
  public let holderName: String
  /// The next conversation; nil when none is planned.
  public let next: ConversationPlan?
  /// What the trainee asks to be changed; nil for nothing.
  public let askedChange: String?

  /// The day of the conversation: when it was held, else when it is planned.
  public var day: CalendarDate { record?.version.heldOn ?? conversation.heldOn ?? conversation.plan.day }

  /// The report of a conversation from what the reader may know of it.
  public init(
    of conversation: Conversation, with trainee: Trainee, in company: Company, record: ConversationRecord?, readsWords: Bool,
    agreements: [(agreement: StandingAgreement, words: String)], goals: [(goal: StandingGoal, words: String)],
    obstacles: [(obstacle: StandingObstacle, words: String)], holderName: String, next: ConversationPlan?, askedChange: String?
  ) {
    (self.conversation, self.trainee, self.company, self.record) = (conversation, trainee, company, record)
    (self.readsWords, self.agreements, self.goals, self.obstacles) = (readsWords, agreements, goals, obstacles)
    (self.holderName, self.next, self.askedChange) = (holderName, next, askedChange)
  }
}
