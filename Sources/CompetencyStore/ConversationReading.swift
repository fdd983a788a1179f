public import CompetencyCore

extension StoreReader {
  /// Every fact of conversations and of what follows from them, without the words.
  public func conversationLedger() throws -> ConversationLedger { try conversationLedger(ofOnly: nil) }

  /// The facts of conversations with these trainees, and of what follows from them.
  public func conversationLedger(of trainees: Set<TraineeID>) throws -> ConversationLedger {
    try conversationLedger(ofOnly: trainees.sorted())
  }

  private func conversationLedger(ofOnly trainees: [TraineeID]?) throws -> ConversationLedger {
    var ledger = ConversationLedger()
    // Nothing of it was written to a database that only older versions of the program wrote to.
    guard try Schema.current(session) >= Schema.firstWithConversations else { return ledger }
    ledger.plans = try rows(.all_conversation_plans, .conversation_plans_of_trainee, trainees) { try $0.conversationPlan() }
    ledger.events = try rows(.all_conversation_events, .conversation_events_of_trainee, trainees) { try $0.conversationEvent() }
    ledger.answers = try rows(.all_preparation_answers, .preparation_answers_of_trainee, trainees) { try $0.preparationAnswer() }
    ledger.notes = try rows(.all_conversation_notes, .conversation_notes_of_trainee, trainees) { try $0.conversationNote() }
    ledger.agreements = try rows(.all_agreements, .agreements_of_trainee, trainees) { try $0.agreement() }
    ledger.agreementEvents = try rows(.all_agreement_events, .agreement_events_of_trainee, trainees) { try $0.agreementEvent() }
    ledger.goals = try goals(trainees)
    ledger.goalReviews = try rows(.all_goal_reviews, .goal_reviews_of_trainee, trainees) { try $0.goalReview() }
    ledger.obstacles = try rows(.all_obstacles, .obstacles_of_trainee, trainees) { try $0.obstacle() }
    ledger.obstacleEnds = try rows(.all_obstacle_ends, .obstacle_ends_of_trainee, trainees) { try $0.obstacleEnd() }
    return ledger
  }

  private func goals(_ trainees: [TraineeID]?) throws -> [Goal] {
    var results: [FactID: [KeyResult]] = [:]
    _ = try rows(.all_goal_key_results, .goal_key_results_of_trainee, trainees) { row in
      let goal = try row.factID()
      results[goal, default: []].append(try row.keyResult())
    }
    return try rows(.all_goals, .goals_of_trainee, trainees) { row in
      try row.goal(keyResults: results[try row.factID()] ?? [])
    }
  }

  /// The values of all rows, or of those about these trainees, in the order in which they were written.
  private func rows<Value>(
    _ all: SQLStatement, _ ofTrainee: SQLStatement, _ trainees: [TraineeID]?, _ make: (SQLRow) throws -> Value
  ) throws -> [Value] {
    guard let trainees else { return try session.rows(all, [], make) }
    var found: [(id: FactID, value: Value)] = []
    for trainee in trainees {
      found += try session.rows(ofTrainee, [.text(trainee.text)]) { (try $0.factID(), try make($0)) }
    }
    if trainees.count > 1 { found.sort { $0.id < $1.id } }
    return found.map(\.value)
  }
}
