internal import CompetencyCore

/// Rows of agreements, goals and obstacles made into values; the columns are those of `all_…` and `…_of_trainee`.
extension SQLRow {
  func agreement() throws -> Agreement {
    Agreement(
      id: try factID(), trainee: try value(2, TraineeID.init), conversation: try optionalConversationID(at: 3),
      owner: try value(5, PersonID.init), madeOn: try day(6), dueOn: try optionalDay(7),
      task: try optionalValue(8, TaskCode.init), follows: try optionalAgreementID(at: 9))
  }

  func agreementEvent() throws -> AgreementEvent {
    let change: AgreementEvent.Change =
      switch try text(9) {
      case "done": .done
      case "dropped": .dropped
      case "moved": .moved(to: try day(10))
      case "step": .step
      case "step_done": .stepDone(try factID(at: 11))
      default: throw damaged("agreement_event")
      }
    guard let agreement = try optionalAgreementID(at: 2) else { throw damaged("agreement_event") }
    return AgreementEvent(
      id: try factID(), agreement: agreement, trainee: try value(7, TraineeID.init), on: try day(8), change: change)
  }

  func goal(keyResults: [KeyResult]) throws -> Goal {
    Goal(
      id: try factID(), trainee: try value(2, TraineeID.init), conversation: try optionalConversationID(at: 3), setOn: try day(5),
      priority: try integer(6), keyResults: keyResults, follows: try optionalFactID(at: 7).map(GoalID.init))
  }

  func keyResult() throws -> KeyResult {
    switch try text(3) {
    case "level": .level(try value(4, TaskCode.init), try value(6, LevelID.init), by: try optionalDay(7))
    case "count": .count(try integer(5), try value(6, LevelID.init), by: try optionalDay(7))
    case "day": .day(try day(7))
    default: throw damaged("goal_key_result")
    }
  }

  func goalReview() throws -> GoalReview {
    GoalReview(
      id: try factID(), goal: GoalID(try factID(at: 2)), trainee: try value(4, TraineeID.init),
      conversation: try optionalConversationID(at: 5), on: try day(7), verdict: try value(8, GoalReview.Verdict.init(rawValue:)))
  }

  func obstacle() throws -> Obstacle {
    Obstacle(
      id: try factID(), trainee: try value(2, TraineeID.init), conversation: try optionalConversationID(at: 3),
      firstSeenOn: try day(5), owner: try optionalValue(6, PersonID.init))
  }

  func obstacleEnd() throws -> ObstacleEnd {
    ObstacleEnd(
      id: try factID(), obstacle: ObstacleID(try factID(at: 2)), trainee: try value(4, TraineeID.init), on: try day(5))
  }

  /// The agreement in five columns: our fact, or a school's sender, participant and id; nil for none.
  private func optionalAgreementID(at column: Int) throws -> AgreementID? {
    if let fact = try optionalFactID(at: column) { return .own(OwnAgreementID(fact)) }
    guard let sender = try optionalText(column + 2) else { return nil }
    let subject = FormSubject(sender: SenderKey(kept: sender), participant: ParticipantKey(try text(column + 3)))
    return .school(SchoolAgreementID(subject: subject, id: try text(column + 4)))
  }
}
