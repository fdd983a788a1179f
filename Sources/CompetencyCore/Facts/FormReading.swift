/// The place of a reading among all facts.
public typealias ReadingID = FactID

/// What was read from one content of a form, with what was made of it on arrival.
///
/// What could not be told apart then (which trainee, task or level) is nil, and is filled by a later answer.
public struct FormReading: Sendable, Hashable {
  /// Its place among the facts.
  public let id: ReadingID
  /// Which form.
  public let identity: FormIdentity
  /// Equal digests, equal content.
  public let content: ContentDigest
  /// What kind of form it is.
  public let kind: FormKind
  /// Whom it is about, when that was known on arrival.
  public let trainee: TraineeID?
  /// What it says of tasks, in its own order.
  public let lines: [ReadLine]
  /// The agreements in it.
  public let agreements: [ReadAgreement]
  /// The day of the next conversation, when the form names it.
  public let nextConversation: CalendarDate?

  /// A reading from checked parts.
  public init(
    id: ReadingID, identity: FormIdentity, content: ContentDigest, kind: FormKind, trainee: TraineeID?, lines: [ReadLine],
    agreements: [ReadAgreement] = [], nextConversation: CalendarDate? = nil
  ) {
    (self.id, self.identity, self.content, self.kind, self.trainee) = (id, identity, content, kind, trainee)
    (self.lines, self.agreements, self.nextConversation) = (lines, agreements, nextConversation)
  }
}

/// One line of a form: what a role says of a task.
public struct ReadLine: Hashable, Sendable {
  /// What the line says of the level.
  public enum Said: Hashable, Sendable {
    /// A level in the sender's words, and our level when it was known on arrival.
    case level(written: SchoolLevel, ours: LevelID?)
    /// Why there is no level.
    case without(AbsenceReason)
  }
  /// The order in the form, from 1.
  public let position: Int
  /// The task as the sender wrote it.
  public let taskWritten: TaskCode
  /// Our task, when it was known on arrival.
  public let task: TaskCode?
  /// What it says.
  public let said: Said
  /// Who says it, as a role; a name that the form gives is never made into a person.
  public let role: Role
  /// The day on which it was seen.
  public let seenOn: CalendarDate

  /// A line from checked parts.
  public init(position: Int, taskWritten: TaskCode, task: TaskCode?, said: Said, role: Role, seenOn: CalendarDate) {
    (self.position, self.taskWritten, self.task) = (position, taskWritten, task)
    (self.said, self.role, self.seenOn) = (said, role, seenOn)
  }
}

/// A level as a school writes it: the scale of the message and the level's id in it.
public struct SchoolLevel: ExactText {
  /// The scale's id and the level's id, `ovg/V`.
  public let text: String
  /// A level of a scale of a sender.
  public init(scale: String, level: String) { text = scale + "/" + level }
  /// A level as it was kept.
  public init(kept text: String) { self.text = text }
}

/// An agreement as one form states it.
public struct ReadAgreement: Hashable, Sendable {
  /// How an agreement stands in the sender's words.
  public enum Status: String, Sendable, CaseIterable { case open, gereed, vervallen }
  /// The sender's id, the same from conversation to conversation.
  public let id: String
  /// Who keeps it, as a role.
  public let owner: Role
  /// The day before which it is kept; nil when none was agreed.
  public let dueOn: CalendarDate?
  /// How it stands.
  public let status: Status
  /// The task it is about, as the sender wrote it; empty when it is about none.
  public let task: String
  /// The agreement that it rewords; empty when it is new.
  public let follows: String

  /// A statement of an agreement from checked parts; its words are a text beside the facts.
  public init(id: String, owner: Role, dueOn: CalendarDate?, status: Status, task: String = "", follows: String = "") {
    (self.id, self.owner, self.dueOn, self.status) = (id, owner, dueOn, status)
    (self.task, self.follows) = (task, follows)
  }
}

/// The kinds of form that the canonical schema names.
public enum FormKind: String, Sendable, CaseIterable {
  case startgesprek, voortgangsgesprek, ontwikkelgesprek, eindgesprek, bpv_bezoek
  case zelfbeoordeling, tussenbeoordeling, eindbeoordeling

  /// Whether such a form says that a conversation was held.
  public var isConversation: Bool {
    switch self {
    case .startgesprek, .voortgangsgesprek, .ontwikkelgesprek, .eindgesprek, .bpv_bezoek: true
    case .zelfbeoordeling, .tussenbeoordeling, .eindbeoordeling: false
    }
  }
}
