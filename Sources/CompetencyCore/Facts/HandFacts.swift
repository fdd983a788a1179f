/// What somebody says of a task: a level, or why there is none.
public enum Judgement: Hashable, Sendable {
  case level(LevelID)
  case without(AbsenceReason)
}

/// Why a task has no level.
public enum AbsenceReason: String, Sendable, CaseIterable {
  /// The work is not part of this trainee's training.
  case niet_van_toepassing
  /// The work cannot be done in this company; it is learned elsewhere.
  case kan_hier_niet
  /// Nobody saw it this time; history only.
  case niet_waargenomen
}

/// What a person recorded by hand of one task: an observation, or of a trainee a proposal.
public struct HandRecord: Hashable, Sendable {
  /// The way by which it came.
  public enum Source: String, Sendable, CaseIterable { case hand, conversation, proposal }
  /// Its place among the facts.
  public let id: FactID
  /// Whom it is about.
  public let trainee: TraineeID
  /// The task.
  public let task: TaskCode
  /// The level, or why there is none.
  public let judgement: Judgement
  /// The day on which it was seen.
  public let seenOn: CalendarDate
  /// Who saw it.
  public let seenBy: PersonID
  /// What that person is to the trainee; decides between observation and proposal.
  public let role: Role
  /// The way by which it came.
  public let source: Source

  /// A record by hand from checked parts.
  public init(
    id: FactID, trainee: TraineeID, task: TaskCode, judgement: Judgement, seenOn: CalendarDate, seenBy: PersonID, role: Role,
    source: Source
  ) {
    (self.id, self.trainee, self.task, self.judgement) = (id, trainee, task, judgement)
    (self.seenOn, self.seenBy, self.role, self.source) = (seenOn, seenBy, role, source)
  }
}

/// Taking a level back, by a person of the leerbedrijf, dated, with a reason: the only thing that lowers a level.
public struct Withdrawal: Hashable, Sendable {
  /// Its place among the facts.
  public let id: FactID
  /// Whom it is about.
  public let trainee: TraineeID
  /// The task.
  public let task: TaskCode
  /// The level that is left.
  public let to: LevelID
  /// The day from which back it holds.
  public let on: CalendarDate
  /// Who took it back.
  public let by: PersonID

  /// A withdrawal from checked parts; the reason is a text beside the facts.
  public init(id: FactID, trainee: TraineeID, task: TaskCode, to: LevelID, on: CalendarDate, by: PersonID) {
    (self.id, self.trainee, self.task, self.to, self.on, self.by) = (id, trainee, task, to, on, by)
  }
}

/// What a decision is about: the content of a proposal or a disagreement, so that the same line in a later message is
/// not asked again.
public struct DecisionKey: Hashable, Sendable, Comparable {
  /// Whom it is about.
  public let trainee: TraineeID
  /// The task.
  public let task: TaskCode
  /// The level that was said.
  public let level: LevelID
  /// The day on which it was seen.
  public let seenOn: CalendarDate
  /// Who said it, as a role.
  public let role: Role
  /// The sender of the form; nil for what was recorded by hand.
  public let sender: SenderKey?

  /// A key from its parts.
  public init(trainee: TraineeID, task: TaskCode, level: LevelID, seenOn: CalendarDate, role: Role, sender: SenderKey?) {
    (self.trainee, self.task, self.level, self.seenOn, self.role, self.sender) = (trainee, task, level, seenOn, role, sender)
  }

  /// By trainee, task, day, role, level and sender.
  public static func < (one: Self, other: Self) -> Bool {
    if one.trainee != other.trainee { return one.trainee < other.trainee }
    if one.task != other.task { return one.task < other.task }
    if one.seenOn != other.seenOn { return one.seenOn < other.seenOn }
    if one.role != other.role { return one.role < other.role }
    if one.level != other.level { return one.level < other.level }
    return (one.sender?.text ?? "").utf8.lexicographicallyPrecedes((other.sender?.text ?? "").utf8)
  }
}

/// A person's decision on a proposal or a disagreement.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, Sendable, CaseIterable {
    /// A proposal was taken over as an observation.
    case accepted
    /// A proposal was refused.
    case refused
    /// A disagreement was dismissed: the level stays.
    case dismissed
  }
  /// Its place among the facts.
  public let id: FactID
  /// What it is about.
  public let key: DecisionKey
  /// What was decided.
  public let verdict: Verdict

  /// A decision from checked parts.
  public init(id: FactID, key: DecisionKey, verdict: Verdict) { (self.id, self.key, self.verdict) = (id, key, verdict) }
}
