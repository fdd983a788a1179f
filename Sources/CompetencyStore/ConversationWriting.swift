public import CompetencyCore

extension StoreWriter {
  /// Adds a day for a conversation.
  public func add(_ plan: ConversationPlan) throws {
    try session.run(
      .add_conversation_plan, plan.id,
      plan.conversation.fact.values + [
        .text(plan.trainee.text), .text(plan.kind.rawValue), .text(plan.template), .integer(plan.templateVersion),
        .text(plan.day.iso), .optional(plan.time?.minutes), .integer(plan.minutes), .text(plan.holder.text),
      ])
  }

  /// Adds what happened to a conversation, with what was said of it beside it; empty words are none.
  public func add(_ event: ConversationEvent, words: String) throws {
    try session.run(
      .add_conversation_event, event.id,
      event.conversation.fact.values + [.text(event.trainee.text)] + event.change.values)
    try add(event.change.textKind, words, beside: event.id)
  }

  /// Adds an answer in preparation, with the words beside it; empty words take back what an earlier answer said.
  public func add(_ answer: PreparationAnswer, words: String) throws {
    try session.run(
      .add_preparation_answer, answer.id,
      answer.conversation.fact.values + [.text(answer.trainee.text), .text(answer.side.rawValue), .text(answer.question)])
    try add(.preparation, words, beside: answer.id)
  }

  /// Adds what was written down, with the words beside it.
  public func add(_ note: ConversationNote, words: String) throws {
    try session.run(
      .add_conversation_note, note.id,
      note.conversation.fact.values + note.version.values + [.text(note.trainee.text)] + note.kind.values)
    try add(note.kind.textKind, words, beside: note.id)
  }

  /// Adds feedback, with the words of each slot beside it; an empty slot is none.
  public func add(_ note: ConversationNote, feedback: [FeedbackSlot: String]) throws {
    try add(note, words: "")
    for (index, slot) in FeedbackSlot.allCases.enumerated() {
      try add(slot.textKind, feedback[slot] ?? "", beside: note.id, position: index + 1)
    }
  }
}

extension ConversationEvent.Change {
  /// The columns `change_kind`, `side`, `happened_on`, `minutes`, `is_shared`, the version's two and `was_useful`.
  fileprivate var values: [SQLValue] {
    switch self {
    case .cancelled: Self.columns("cancelled")
    case .ready(let side): Self.columns("ready", side: side)
    case .started(let day): Self.columns("started", day)
    case .recorded(let day, let minutes, let isShared): Self.columns("recorded", day, minutes, .flag(isShared))
    case .seen(let version): Self.columns("seen", version: version)
    case .agreed(let version): Self.columns("agreed", version: version)
    case .changeAsked(let version): Self.columns("change_asked", version: version)
    case .rated(let side, let wasUseful): Self.columns("rated", side: side, wasUseful: .flag(wasUseful))
    }
  }

  private static func columns(
    _ kind: String, _ day: CalendarDate? = nil, _ minutes: Int? = nil, _ isShared: SQLValue = .null,
    side: ConversationSide? = nil, version: FactID? = nil, wasUseful: SQLValue = .null
  ) -> [SQLValue] {
    [.text(kind), .optional(side?.rawValue), .optional(day?.iso), .optional(minutes), isShared] + .optional(version) + [wasUseful]
  }

  /// What the words beside such an event are.
  fileprivate var textKind: StoreReader.WrittenText.Kind {
    switch self {
    case .changeAsked: .change
    case .cancelled: .reason
    case .ready, .started, .recorded, .seen, .agreed, .rated: .note
    }
  }
}

extension ConversationNote.Kind {
  /// The columns `note_kind`, `topic_code`, `task_code` and `side`.
  fileprivate var values: [SQLValue] {
    switch self {
    case .topic(let code): [.text("topic"), .text(code), .null, .null]
    case .compliment(let task): [.text("compliment"), .null, .optional(task?.text), .null]
    case .feedback(let side): [.text("feedback"), .null, .null, .text(side.rawValue)]
    case .support(let side): [.text("support"), .null, .null, .text(side.rawValue)]
    case .ambition(let side): [.text("ambition"), .null, .null, .text(side.rawValue)]
    }
  }

  /// What the words beside such a note are; feedback has its slots, and words outside them are a remark.
  fileprivate var textKind: StoreReader.WrittenText.Kind {
    switch self {
    case .topic: .topic
    case .compliment: .compliment
    case .feedback: .note
    case .support: .support
    case .ambition: .ambition
    }
  }
}

extension FeedbackSlot {
  /// What the words of this slot are called beside a note.
  public var textKind: StoreReader.WrittenText.Kind {
    switch self {
    case .positief: .feedback_positief
    case .ik: .feedback_ik
    case .gedrag: .feedback_gedrag
    case .effect: .feedback_effect
    case .suggestie: .feedback_suggestie
    case .reactie: .feedback_reactie
    case .afspraak: .feedback_afspraak
    }
  }
}

extension [SQLValue] {
  /// The two columns that name a fact, or two nulls.
  static func optional(_ fact: FactID?) -> [SQLValue] { fact?.values ?? [.null, .null] }
}
