/// One cell of the matrix: a trainee and a task.
public struct CellKey: Hashable, Comparable, Sendable {
  /// Whose cell.
  public let trainee: TraineeID
  /// Of which task.
  public let task: TaskCode

  /// The cell of a trainee and a task.
  public init(trainee: TraineeID, task: TaskCode) { (self.trainee, self.task) = (trainee, task) }

  /// By trainee, then by task.
  public static func < (one: Self, other: Self) -> Bool {
    one.trainee != other.trainee ? one.trainee < other.trainee : one.task < other.task
  }
}

/// What somebody said of a task on a day: an observation when the role observes, else a proposal.
public struct Statement: Hashable, Sendable {
  /// The way by which it came, as JSON writes it.
  public enum Source: String, Sendable { case form, conversation, hand, proposal }
  /// Where it is kept.
  public enum Origin: Hashable, Sendable {
    case form(message: MessageKey, form: FormID, position: Int, reading: ReadingID)
    case hand(FactID, HandRecord.Source)
  }
  /// The cell it is about.
  public let cell: CellKey
  /// The level, or why there is none.
  public let judgement: Judgement
  /// The day on which it was seen.
  public let seenOn: CalendarDate
  /// Who said it, as a role.
  public let role: Role
  /// Who said it; nil for a form, whose names are never made into persons.
  public let by: PersonID?
  /// Where it is kept.
  public let origin: Origin

  /// A statement from checked parts.
  public init(cell: CellKey, judgement: Judgement, seenOn: CalendarDate, role: Role, by: PersonID?, origin: Origin) {
    (self.cell, self.judgement, self.seenOn, self.role, self.by) = (cell, judgement, seenOn, role, by)
    self.origin = origin
  }

  /// What was recorded by hand.
  init(_ record: HandRecord) {
    self.init(
      cell: CellKey(trainee: record.trainee, task: record.task), judgement: record.judgement, seenOn: record.seenOn,
      role: record.role, by: record.seenBy, origin: .hand(record.id, record.source))
  }

  /// The way by which it came.
  public var source: Source {
    switch origin {
    case .form: .form
    case .hand(_, .hand): .hand
    case .hand(_, .conversation): .conversation
    case .hand(_, .proposal): .proposal
    }
  }

  /// The sender of the form; nil for what was recorded by hand.
  public var sender: SenderKey? {
    if case .form(let message, _, _, _) = origin { message.sender } else { nil }
  }

  /// The level; nil for a statement without one.
  public var level: LevelID? {
    if case .level(let level) = judgement { level } else { nil }
  }

  /// The content that decisions hold for; nil for a statement without a level.
  public var decisionKey: DecisionKey? {
    level.map { DecisionKey(trainee: cell.trainee, task: cell.task, level: $0, seenOn: seenOn, role: role, sender: sender) }
  }
}

extension Statement {
  /// The order that breaks ties: day, role, sender, message, form, line. Nothing here depends on the order of arrival.
  public static func comesFirst(_ one: Statement, _ other: Statement) -> Bool {
    if one.seenOn != other.seenOn { return one.seenOn < other.seenOn }
    if one.role != other.role { return one.role < other.role }
    switch (one.origin, other.origin) {
    case (.form(let message, let form, let position, _), .form(let message2, let form2, let position2, _)):
      if message != message2 { return message < message2 }
      return form != form2 ? form < form2 : position < position2
    case (.hand(let id, _), .hand(let id2, _)): return id < id2
    // What was recorded by hand has no sender, and no sender comes before every sender.
    case (.hand, .form): return true
    case (.form, .hand): return false
    }
  }
}

/// Every fact of one cell that counts.
public struct CellFacts: Sendable {
  /// What roles of the leerbedrijf said, with or without a level.
  public internal(set) var observations: [Statement] = []
  /// What the trainee and the school said.
  public internal(set) var proposals: [Statement] = []
  /// What was taken back.
  public internal(set) var withdrawals: [Withdrawal] = []

  /// No facts.
  public init() {}

  mutating func add(_ statement: Statement) {
    if statement.role.observes { observations.append(statement) } else { proposals.append(statement) }
  }
}
