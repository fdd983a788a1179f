internal import CompetencyCore

/// Rows of conversations made into values; the columns are those of the statements `all_…` and `…_of_trainee`.
extension SQLRow {
  func optionalFactID(at column: Int) throws -> FactID? {
    try optionalInteger(column) == nil ? nil : factID(at: column)
  }

  /// The conversation in columns 2 and 3 of most tables of conversations.
  func conversationID(at column: Int = 2) throws -> ConversationID { ConversationID(try factID(at: column)) }

  func optionalConversationID(at column: Int) throws -> ConversationID? {
    try optionalFactID(at: column).map(ConversationID.init)
  }

  func side(_ column: Int) throws -> ConversationSide { try value(column, ConversationSide.init(rawValue:)) }

  func conversationPlan() throws -> ConversationPlan {
    let time = try optionalInteger(9).map { minutes in
      guard let time = TimeOfDay(minutes: minutes) else { throw damaged("conversation_plan") }
      return time
    }
    return ConversationPlan(
      id: try factID(), conversation: try conversationID(), trainee: try value(4, TraineeID.init),
      kind: try value(5, ConversationKind.init(rawValue:)), template: try text(6), templateVersion: try integer(7),
      day: try day(8), time: time, minutes: try integer(10), holder: try value(11, PersonID.init))
  }

  func conversationEvent() throws -> ConversationEvent {
    let change: ConversationEvent.Change =
      switch try text(5) {
      case "cancelled": .cancelled
      case "ready": .ready(try side(6))
      case "started": .started(try day(7))
      case "recorded": .recorded(heldOn: try day(7), minutes: try optionalInteger(8), isShared: try flag(9))
      case "seen": .seen(version: try factID(at: 10))
      case "agreed": .agreed(version: try factID(at: 10))
      case "change_asked": .changeAsked(version: try factID(at: 10))
      case "rated": .rated(try side(6), wasUseful: try flag(12))
      default: throw damaged("conversation_event")
      }
    return ConversationEvent(
      id: try factID(), conversation: try conversationID(), trainee: try value(4, TraineeID.init), change: change)
  }

  func preparationAnswer() throws -> PreparationAnswer {
    PreparationAnswer(
      id: try factID(), conversation: try conversationID(), trainee: try value(4, TraineeID.init), side: try side(5),
      question: try text(6))
  }

  func conversationNote() throws -> ConversationNote {
    let kind: ConversationNote.Kind =
      switch try text(7) {
      case "topic": .topic(try text(8))
      case "compliment": .compliment(try optionalValue(9, TaskCode.init))
      case "feedback": .feedback(from: try side(10))
      case "support": .support(of: try side(10))
      case "ambition": .ambition(of: try side(10))
      default: throw damaged("conversation_note")
      }
    return ConversationNote(
      id: try factID(), conversation: try conversationID(), version: try factID(at: 4), trainee: try value(6, TraineeID.init),
      kind: kind)
  }
}
