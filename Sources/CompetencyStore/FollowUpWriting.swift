public import CompetencyCore

extension StoreWriter {
  /// Adds an agreement that was made here, with its words beside it.
  public func add(_ agreement: Agreement, words: String) throws {
    try session.run(
      .add_agreement, agreement.id,
      [.text(agreement.trainee.text)] + .optional(agreement.conversation?.fact) + [
        .text(agreement.owner.text), .text(agreement.madeOn.iso), .optional(agreement.dueOn?.iso),
        .optional(agreement.task?.text),
      ] + .optional(agreement.follows))
    try add(.agreement, words, beside: agreement.id)
  }

  /// Adds what happened to an agreement, with the words of a step or a reason beside it; empty words are none.
  public func add(_ event: AgreementEvent, words: String) throws {
    try session.run(
      .add_agreement_event, event.id,
      .optional(event.agreement) + [.text(event.trainee.text), .text(event.on.iso)] + event.change.values)
    try add(event.change.textKind, words, beside: event.id)
  }

  /// Adds a goal, with its words beside it.
  public func add(_ goal: Goal, words: String) throws {
    try session.run(
      .add_goal, goal.id,
      [.text(goal.trainee.text)] + .optional(goal.conversation?.fact) + [.text(goal.setOn.iso), .integer(goal.priority)]
        + .optional(goal.follows?.fact))
    for (index, result) in goal.keyResults.enumerated() {
      try session.run(.add_goal_key_result, goal.id, [.integer(index + 1)] + result.values)
    }
    try add(.goal, words, beside: goal.id)
  }

  /// Adds a look at a goal.
  public func add(_ review: GoalReview) throws {
    try session.run(
      .add_goal_review, review.id,
      review.goal.fact.values + [.text(review.trainee.text)] + .optional(review.conversation?.fact) + [
        .text(review.on.iso), .text(review.verdict.rawValue),
      ])
  }

  /// Adds an obstacle, with its words beside it.
  public func add(_ obstacle: Obstacle, words: String) throws {
    try session.run(
      .add_obstacle, obstacle.id,
      [.text(obstacle.trainee.text)] + .optional(obstacle.conversation?.fact) + [
        .text(obstacle.firstSeenOn.iso), .optional(obstacle.owner?.text),
      ])
    try add(.obstacle, words, beside: obstacle.id)
  }

  /// Adds that an obstacle was taken away.
  public func add(_ end: ObstacleEnd) throws {
    try session.run(
      .add_obstacle_end, end.id, end.obstacle.fact.values + [.text(end.trainee.text), .text(end.on.iso)])
  }
}

extension [SQLValue] {
  /// The five columns that name an agreement: our fact, or a school's sender, participant and id; all null for none.
  fileprivate static func optional(_ agreement: AgreementID?) -> [SQLValue] {
    switch agreement {
    case .own(let id): id.fact.values + [.null, .null, .null]
    case .school(let id):
      [.null, .null, .text(id.subject.sender.text), .text(id.subject.participant.text), .text(id.id)]
    case nil: [.null, .null, .null, .null, .null]
    }
  }
}

extension AgreementEvent.Change {
  /// The columns `change_kind` and `moved_to`, and the two that name a step.
  fileprivate var values: [SQLValue] {
    switch self {
    case .done: [.text("done"), .null, .null, .null]
    case .dropped: [.text("dropped"), .null, .null, .null]
    case .moved(let day): [.text("moved"), .text(day.iso), .null, .null]
    case .step: [.text("step"), .null, .null, .null]
    case .stepDone(let step): [.text("step_done"), .null] + step.values
    }
  }

  /// What the words beside such an event are.
  fileprivate var textKind: StoreReader.WrittenText.Kind {
    switch self {
    case .step: .step
    case .dropped, .moved: .reason
    case .done, .stepDone: .note
    }
  }
}

extension KeyResult {
  /// The columns `result_kind`, `task_code`, `task_count`, `level_id` and `due_on`.
  fileprivate var values: [SQLValue] {
    switch self {
    case .level(let task, let level, let day):
      [.text("level"), .text(task.text), .null, .text(level.text), .optional(day?.iso)]
    case .count(let count, let level, let day):
      [.text("count"), .null, .integer(count), .text(level.text), .optional(day?.iso)]
    case .day(let day): [.text("day"), .null, .null, .null, .text(day.iso)]
    }
  }
}
