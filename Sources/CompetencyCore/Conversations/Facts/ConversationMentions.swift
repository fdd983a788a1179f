/// Whom and what a fact of conversations is about, whatever kind of fact it is.
public struct ConversationMention: Sendable {
  /// The fact.
  public let fact: FactID
  /// The trainee.
  public let trainee: TraineeID
  /// Who holds the conversation, keeps the agreement or takes up the obstacle; nil when the fact names nobody.
  public let person: PersonID?
  /// The tasks that it names.
  public let tasks: [TaskCode]

  init(_ fact: FactID, _ trainee: TraineeID, person: PersonID? = nil, tasks: [TaskCode] = []) {
    (self.fact, self.trainee, self.person, self.tasks) = (fact, trainee, person, tasks)
  }
}

extension ConversationLedger {
  /// Whom and what each fact is about, kind by kind in the order in which they were written.
  public var mentions: [ConversationMention] {
    plans.map { ConversationMention($0.id, $0.trainee, person: $0.holder) }
      + events.map { ConversationMention($0.id, $0.trainee) }
      + answers.map { ConversationMention($0.id, $0.trainee) }
      + notes.map { ConversationMention($0.id, $0.trainee, tasks: $0.kind.tasks) }
      + followUps
  }

  private var followUps: [ConversationMention] {
    agreements.map { ConversationMention($0.id, $0.trainee, person: $0.owner, tasks: $0.task.map { [$0] } ?? []) }
      + agreementEvents.map { ConversationMention($0.id, $0.trainee) }
      + goals.map { ConversationMention($0.id, $0.trainee, tasks: $0.keyResults.compactMap(\.task)) }
      + goalReviews.map { ConversationMention($0.id, $0.trainee) }
      + obstacles.map { ConversationMention($0.id, $0.trainee, person: $0.owner) }
      + obstacleEnds.map { ConversationMention($0.id, $0.trainee) }
  }
}

extension ConversationNote.Kind {
  /// The task that a compliment names.
  fileprivate var tasks: [TaskCode] {
    if case .compliment(let task?) = self { return [task] }
    return []
  }
}

extension KeyResult {
  /// The task of which it names a level.
  fileprivate var task: TaskCode? {
    if case .level(let task, _, _) = self { return task }
    return nil
  }
}
