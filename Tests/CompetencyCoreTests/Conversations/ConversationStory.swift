import CompetencyCore

// What happens in conversations of the sample company; what is not said otherwise is with Sanne, held by Mo.
extension Story {
  /// What was known after all that happened.
  var knowledge: Knowledge { Knowledge(ledger) }

  /// The matrix of Sanne on a day.
  func matrix(on day: CalendarDate) -> CompetencyMatrix { CompetencyMatrix(knowledge, asOf: day, trainees: [.sanne]) }

  /// A conversation was held on a day, with who had prepared and who found it useful.
  @discardableResult
  mutating func converses(
    on day: CalendarDate, prepared: Set<ConversationSide> = [], useful: [ConversationSide: Bool] = [:], sees level: LevelID? = nil
  ) -> ConversationID {
    let number = ledger.nextBooking
    func fact(_ ordinal: Int) -> FactID { FactID(booking: number, ordinal: ordinal) }
    let id = ConversationID(fact(1))
    book(.conversation) { ledger, _ in
      ledger.conversations.plans.append(
        ConversationPlan(
          id: fact(1), conversation: id, trainee: .sanne, kind: .voortgangsgesprek, template: "voortgangsgesprek",
          templateVersion: 1, day: day, time: nil, minutes: 27, holder: .mo))
      var changes: [ConversationEvent.Change] = prepared.sorted().map { .ready($0) }
      changes += [.started(day), .recorded(heldOn: day, minutes: 25, isShared: false)]
      changes += useful.sorted { $0.key < $1.key }.map { .rated($0.key, wasUseful: $0.value) }
      for (index, change) in changes.enumerated() {
        ledger.conversations.events.append(
          ConversationEvent(id: fact(2 + index), conversation: id, trainee: .sanne, change: change))
      }
      if let level {
        ledger.records.append(
          HandRecord(
            id: fact(20), trainee: .sanne, task: .migWelding, judgement: .level(level), seenOn: day, seenBy: .mo,
            role: .werkplekbegeleider, source: .conversation))
      }
    }
    return id
  }

  /// A goal is set.
  @discardableResult
  mutating func aims(_ results: [KeyResult], on day: CalendarDate, replacing earlier: GoalID? = nil) -> GoalID {
    let id = FactID(booking: ledger.nextBooking, ordinal: 1)
    book(.goal) { ledger, _ in
      ledger.conversations.goals.append(
        Goal(id: id, trainee: .sanne, conversation: nil, setOn: day, priority: 1, keyResults: results, follows: earlier))
    }
    return GoalID(id)
  }

  /// A goal is looked at.
  mutating func looks(at goal: GoalID, _ verdict: GoalReview.Verdict, on day: CalendarDate) {
    book(.goal) { ledger, id in
      ledger.conversations.goalReviews.append(
        GoalReview(id: id, goal: goal, trainee: .sanne, conversation: nil, on: day, verdict: verdict))
    }
  }
}
