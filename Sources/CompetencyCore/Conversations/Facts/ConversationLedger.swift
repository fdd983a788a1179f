/// Every fact of conversations and of what follows from them, in the order in which they were written.
public struct ConversationLedger: Sendable {
  /// The days for conversations.
  public var plans: [ConversationPlan] = []
  /// What happened to conversations.
  public var events: [ConversationEvent] = []
  /// What was answered in preparation, without the words.
  public var answers: [PreparationAnswer] = []
  /// What was written down, without the words.
  public var notes: [ConversationNote] = []
  /// Agreements that were made here.
  public var agreements: [Agreement] = []
  /// What happened to agreements.
  public var agreementEvents: [AgreementEvent] = []
  /// Goals.
  public var goals: [Goal] = []
  /// Looks at goals.
  public var goalReviews: [GoalReview] = []
  /// Obstacles.
  public var obstacles: [Obstacle] = []
  /// Ends of obstacles.
  public var obstacleEnds: [ObstacleEnd] = []

  /// Without facts.
  public init() {}

  /// The facts of the bookings that are wanted.
  func filter(_ isWanted: (BookingNumber) -> Bool) -> ConversationLedger {
    var kept = ConversationLedger()
    kept.plans = plans.filter { isWanted($0.id.booking) }
    kept.events = events.filter { isWanted($0.id.booking) }
    kept.answers = answers.filter { isWanted($0.id.booking) }
    kept.notes = notes.filter { isWanted($0.id.booking) }
    kept.agreements = agreements.filter { isWanted($0.id.booking) }
    kept.agreementEvents = agreementEvents.filter { isWanted($0.id.booking) }
    kept.goals = goals.filter { isWanted($0.id.booking) }
    kept.goalReviews = goalReviews.filter { isWanted($0.id.booking) }
    kept.obstacles = obstacles.filter { isWanted($0.id.booking) }
    kept.obstacleEnds = obstacleEnds.filter { isWanted($0.id.booking) }
    return kept
  }
}
