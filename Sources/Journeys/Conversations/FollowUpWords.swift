public import CompetencyCore
internal import CompetencyStore

/// The words of agreements, goals and obstacles, for who may read them.
public struct FollowUpWords: Sendable {
  /// Each agreement with its words.
  public let agreements: [(agreement: StandingAgreement, words: String)]
  /// Each goal with its words.
  public let goals: [(goal: StandingGoal, words: String)]
  /// Each obstacle with its words.
  public let obstacles: [(obstacle: StandingObstacle, words: String)]
  /// The words of steps, by the event that named them.
  public let steps: [FactID: String]

  /// The words of an agreement; empty when they were erased.
  public func words(of id: AgreementID) -> String { agreements.first { $0.agreement.id == id }?.words ?? "" }
  /// The words of a goal.
  public func words(of id: GoalID) -> String { goals.first { $0.goal.id == id }?.words ?? "" }
  /// The words of an obstacle.
  public func words(of id: ObstacleID) -> String { obstacles.first { $0.obstacle.id == id }?.words ?? "" }
}

extension ConversationDesk {
  /// The words of everything that follows from conversations with this trainee.
  func followUpWords(asOf day: CalendarDate? = nil) throws -> FollowUpWords {
    let (knowledge, day, reader) = (situation.knowledge, day ?? situation.today, situation.reader)
    func body(_ kind: StoreReader.WrittenText.Kind, _ fact: FactID, _ position: Int = 0) throws -> String {
      try reader.texts(beside: fact).first { $0.kind == kind && $0.position == position }?.body ?? ""
    }
    let agreements = knowledge.agreements(of: trainee.id, asOf: day)
    let steps = agreements.flatMap(\.steps)
    return FollowUpWords(
      agreements: try agreements.map { ($0, try body(.agreement, $0.words.fact, $0.words.position)) },
      goals: try knowledge.goals(of: trainee.id, asOf: day).map { ($0, try body(.goal, $0.goal.id)) },
      obstacles: try knowledge.obstacles(of: trainee.id, asOf: day).map { ($0, try body(.obstacle, $0.obstacle.id)) },
      steps: Dictionary(uniqueKeysWithValues: try steps.map { ($0.fact, try body(.step, $0.fact)) }))
  }
}
