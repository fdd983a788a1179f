/// An agreement (afspraak) that was made here: who does what by when; the words stand beside it.
public struct Agreement: Hashable, Sendable {
  /// Its place among the facts, and so its name.
  public let id: FactID
  /// Whose agreement it is.
  public let trainee: TraineeID
  /// The conversation in which it was made; nil for one in between.
  public let conversation: ConversationID?
  /// Who keeps it: the trainee, the werkplekbegeleider, the leidinggevende or somebody else of the leerbedrijf.
  public let owner: PersonID
  /// The day on which it was made.
  public let madeOn: CalendarDate
  /// The day by which it is kept; nil when none was agreed.
  public let dueOn: CalendarDate?
  /// The task it is about; nil for none.
  public let task: TaskCode?
  /// The agreement that it rewords; nil for a new one.
  public let follows: AgreementID?

  /// An agreement from checked parts.
  public init(
    id: FactID, trainee: TraineeID, conversation: ConversationID?, owner: PersonID, madeOn: CalendarDate, dueOn: CalendarDate?,
    task: TaskCode?, follows: AgreementID?
  ) {
    (self.id, self.trainee, self.conversation, self.owner) = (id, trainee, conversation, owner)
    (self.madeOn, self.dueOn, self.task, self.follows) = (madeOn, dueOn, task, follows)
  }

  /// The name that people type.
  public var name: AgreementID { .own(OwnAgreementID(id)) }
}

/// Something that happened to an agreement, ours or a school's.
public struct AgreementEvent: Hashable, Sendable {
  /// What happened.
  public enum Change: Hashable, Sendable {
    /// It was kept.
    case done
    /// It lapsed; the reason stands beside the event.
    case dropped
    /// It got another day.
    case moved(to: CalendarDate)
    /// A step (actie) of it was named; the words stand beside the event.
    case step
    /// That step was done.
    case stepDone(FactID)
  }
  /// Its place among the facts.
  public let id: FactID
  /// Which agreement.
  public let agreement: AgreementID
  /// Whose agreement it is.
  public let trainee: TraineeID
  /// The day on which it happened.
  public let on: CalendarDate
  /// What happened.
  public let change: Change

  /// An event from checked parts.
  public init(id: FactID, agreement: AgreementID, trainee: TraineeID, on: CalendarDate, change: Change) {
    (self.id, self.agreement, self.trainee, self.on, self.change) = (id, agreement, trainee, on, change)
  }
}

/// Something by which the matrix or the calendar can say that a goal was reached.
public enum KeyResult: Hashable, Sendable {
  /// A level of a task, by a day: "LAS-02 beheerst op 1 maart".
  case level(TaskCode, LevelID, by: CalendarDate?)
  /// So many tasks of the profile at that level or more, by a day.
  case count(Int, LevelID, by: CalendarDate?)
  /// A day on which something of the words is done; a person says whether it was.
  case day(CalendarDate)
}

/// A goal (doel) of a trainee; the words stand beside it.
public struct Goal: Hashable, Sendable {
  /// Its place among the facts, and so its name.
  public let id: FactID
  /// Whose goal it is.
  public let trainee: TraineeID
  /// The conversation in which it was set; nil for one in between.
  public let conversation: ConversationID?
  /// The day on which it was set.
  public let setOn: CalendarDate
  /// 1 goes first.
  public let priority: Int
  /// How it shows that it was reached; may be empty.
  public let keyResults: [KeyResult]
  /// The goal that it takes the place of; nil for a new one.
  public let follows: GoalID?

  /// A goal from checked parts.
  public init(
    id: FactID, trainee: TraineeID, conversation: ConversationID?, setOn: CalendarDate, priority: Int, keyResults: [KeyResult],
    follows: GoalID?
  ) {
    (self.id, self.trainee, self.conversation, self.setOn) = (id, trainee, conversation, setOn)
    (self.priority, self.keyResults, self.follows) = (priority, keyResults, follows)
  }
}

/// A goal was looked at: kept as it is, dropped, or reached. A changed goal is a new one that follows it.
public struct GoalReview: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, Sendable, CaseIterable { case keep, drop, reached }
  /// Its place among the facts.
  public let id: FactID
  /// Which goal.
  public let goal: GoalID
  /// Whose goal it is.
  public let trainee: TraineeID
  /// The conversation in which it was looked at; nil for one in between.
  public let conversation: ConversationID?
  /// The day.
  public let on: CalendarDate
  /// What was decided.
  public let verdict: Verdict

  /// A review from checked parts.
  public init(
    id: FactID, goal: GoalID, trainee: TraineeID, conversation: ConversationID?, on: CalendarDate, verdict: Verdict
  ) {
    (self.id, self.goal, self.trainee, self.conversation, self.on, self.verdict) = (id, goal, trainee, conversation, on, verdict)
  }
}

/// An obstacle (knelpunt): what hinders progress, since when, and who takes it up; the words stand beside it.
public struct Obstacle: Hashable, Sendable {
  /// Its place among the facts, and so its name.
  public let id: FactID
  /// Whom it hinders.
  public let trainee: TraineeID
  /// The conversation in which it was named; nil for one in between.
  public let conversation: ConversationID?
  /// The day on which it was first seen.
  public let firstSeenOn: CalendarDate
  /// Who takes it up; nil when nobody does yet.
  public let owner: PersonID?

  /// An obstacle from checked parts.
  public init(id: FactID, trainee: TraineeID, conversation: ConversationID?, firstSeenOn: CalendarDate, owner: PersonID?) {
    (self.id, self.trainee, self.conversation, self.firstSeenOn, self.owner) = (id, trainee, conversation, firstSeenOn, owner)
  }
}

/// An obstacle was taken away.
public struct ObstacleEnd: Hashable, Sendable {
  /// Its place among the facts.
  public let id: FactID
  /// Which obstacle.
  public let obstacle: ObstacleID
  /// Whom it hindered.
  public let trainee: TraineeID
  /// The day.
  public let on: CalendarDate

  /// An end from checked parts.
  public init(id: FactID, obstacle: ObstacleID, trainee: TraineeID, on: CalendarDate) {
    (self.id, self.obstacle, self.trainee, self.on) = (id, obstacle, trainee, on)
  }
}

extension KeyResult {
  /// A key result as it is typed: `LAS-02=beheerst@1-3-2027`, `5=beheerst` (so many tasks), or a day; nil for anything else.
  public init?(typed text: String) {
    if let day = CalendarDate(typed: text) {
      self = .day(day)
      return
    }
    let bytes = Array(text.utf8)
    guard let equals = bytes.lastIndex(of: UInt8(ascii: "=")) else { return nil }
    let at = bytes[equals...].lastIndex(of: UInt8(ascii: "@"))
    let day = at.map { CalendarDate(typed: String(decoding: bytes[($0 + 1)...], as: UTF8.self)) }
    let (what, word) = (bytes[..<equals], bytes[(equals + 1)..<(at ?? bytes.endIndex)])
    guard let level = LevelID(String(decoding: word, as: UTF8.self)), !(at != nil && day ?? nil == nil) else { return nil }
    if let number = Int(String(decoding: what, as: UTF8.self)) {
      guard number > 0 else { return nil }
      self = .count(number, level, by: day ?? nil)
    } else {
      guard let task = TaskCode(String(decoding: what, as: UTF8.self)) else { return nil }
      self = .level(task, level, by: day ?? nil)
    }
  }
}
