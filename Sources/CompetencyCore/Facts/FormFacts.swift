/// The sender of messages by its own strongest number, `instellingscode:99ZZ`; the same whatever the company's list says.
public struct SenderKey: ExactText {
  /// The text as it was written.
  public let text: String

  /// The key of a sender with these numbers: the strongest register, then the least value; nil without numbers.
  public init?(numbers: some Sequence<OrganisationNumber>) {
    let order = OrganisationNumber.Kind.allCases
    let strongest = numbers.min { one, other in
      let (first, second) = (order.firstIndex(of: one.kind) ?? 0, order.firstIndex(of: other.kind) ?? 0)
      return first != second ? first < second : one.value.utf8.lexicographicallyPrecedes(other.value.utf8)
    }
    guard let strongest else { return nil }
    text = strongest.kind.rawValue + ":" + strongest.value
  }

  /// A key as it was kept.
  public init(kept text: String) { self.text = text }
}

/// What identifies a message for good: its sender and the id that the sender gave it.
public struct MessageKey: Hashable, Comparable, Sendable {
  /// Who sent it.
  public let sender: SenderKey
  /// The `berichtid`, in small letters (a UUID's case says nothing).
  public let id: MessageID

  /// A key from its parts.
  public init(sender: SenderKey, id: MessageID) { (self.sender, self.id) = (sender, id) }

  /// By sender, then by id.
  public static func < (one: Self, other: Self) -> Bool {
    one.sender != other.sender ? one.sender < other.sender : one.id < other.id
  }
}

/// The id that a sender gave a message.
public struct MessageID: ExactText {
  /// The text as it was written.
  public let text: String
  /// An id as it was kept or read.
  public init(_ text: String) { self.text = text }
}

/// A digest of checked content: equal digests, equal content.
public struct ContentDigest: ExactText {
  /// The text as it was written.
  public let text: String
  /// A digest in hexadecimal digits.
  public init(hex text: String) { self.text = text }
}

/// What identifies a form: sender, the form's id, the participant and the day of the conversation.
public struct FormIdentity: Hashable, Sendable {
  /// Who sent it.
  public let sender: SenderKey
  /// The id that the sender gave the form.
  public let formID: FormID
  /// The participant as the form identifies it.
  public let participant: ParticipantKey
  /// The day of the conversation.
  public let heldOn: CalendarDate

  /// An identity from its parts.
  public init(sender: SenderKey, formID: FormID, participant: ParticipantKey, heldOn: CalendarDate) {
    (self.sender, self.formID, self.participant, self.heldOn) = (sender, formID, participant, heldOn)
  }
}

/// The id that a sender gave a form.
public struct FormID: ExactText {
  /// The text as it was written.
  public let text: String
  /// An id as it was kept or read.
  public init(_ text: String) { self.text = text }
}

/// A participant by the strongest number that a form gives, `studentnummer:0512345`.
public struct ParticipantKey: ExactText {
  /// The text as it was written.
  public let text: String
  /// A key as it was kept or built from a number.
  public init(_ text: String) { self.text = text }
}

/// One arrival of a message: a booking that imported it.
public struct MessageArrival: Hashable, Sendable {
  /// The booking that imported it.
  public let booking: BookingNumber
  /// Which message.
  public let key: MessageKey
  /// When the sender made it.
  public let createdAt: Instant
  /// The message of the same sender whose place it takes as a whole.
  public let replaces: MessageID?

  /// An arrival from checked parts.
  public init(booking: BookingNumber, key: MessageKey, createdAt: Instant, replaces: MessageID?) {
    (self.booking, self.key, self.createdAt, self.replaces) = (booking, key, createdAt, replaces)
  }
}

/// One arrival of a form, within the arrival of its message.
public struct FormArrival: Hashable, Sendable {
  /// The booking that imported it.
  public let booking: BookingNumber
  /// The message it came in.
  public let message: MessageKey
  /// When the sender made that message.
  public let createdAt: Instant
  /// Which form.
  public let identity: FormIdentity
  /// The version that the sender gave it, from 1.
  public let version: Int
  /// What was read from it; shared by arrivals with the same content.
  public let reading: ReadingID

  /// An arrival from checked parts.
  public init(
    booking: BookingNumber, message: MessageKey, createdAt: Instant, identity: FormIdentity, version: Int, reading: ReadingID
  ) {
    (self.booking, self.message, self.createdAt) = (booking, message, createdAt)
    (self.identity, self.version, self.reading) = (identity, version, reading)
  }
}

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

  /// A statement of an agreement from checked parts; its words are a text beside the facts.
  public init(id: String, owner: Role, dueOn: CalendarDate?, status: Status) {
    (self.id, self.owner, self.dueOn, self.status) = (id, owner, dueOn, status)
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
