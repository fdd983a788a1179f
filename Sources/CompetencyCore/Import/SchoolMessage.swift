/// What a message of a school says of itself, before its forms.
public struct MessageHead: Hashable, Sendable {
  /// Who sent it, and the id that the sender gave it.
  public let key: MessageKey
  /// Every number of the sender that the message names.
  public let senderNumbers: [OrganisationNumber]
  /// The sender's name; empty when the message has none.
  public let senderName: String
  /// When the sender made it.
  public let createdAt: Instant
  /// The message of the same sender whose place it takes as a whole.
  public let replaces: MessageID?
  /// The file it was read from.
  public let file: String
  /// By which numbers and name the sender knows whom it is sent to: us.
  public let recipient: Recipient
  /// The scales that the sender judges in.
  public let scales: [StatedScale]

  /// Whom a message is sent to, as its sender names them.
  public struct Recipient: Hashable, Sendable {
    /// The numbers, in the order of the message.
    public let numbers: [OrganisationNumber]
    /// The name; empty when the message has none.
    public let name: String

    /// A recipient from checked parts.
    public init(numbers: [OrganisationNumber] = [], name: String = "") { (self.numbers, self.name) = (numbers, name) }
  }

  /// A head from checked parts.
  public init(
    key: MessageKey, senderNumbers: [OrganisationNumber], senderName: String, createdAt: Instant, replaces: MessageID?,
    file: String, recipient: Recipient = Recipient(), scales: [StatedScale] = []
  ) {
    (self.key, self.senderNumbers, self.senderName, self.createdAt) = (key, senderNumbers, senderName, createdAt)
    (self.replaces, self.file, self.recipient, self.scales) = (replaces, file, recipient, scales)
  }
}

/// One message of a school with all its forms, checked, before it is held against what is known.
@dynamicMemberLookup
public struct SchoolMessage: Sendable {
  /// What it says of itself.
  public let head: MessageHead
  /// Its forms in their order; at least one.
  public let forms: [SchoolForm]
  /// A digest of all that matters of it: equal digests, equal message.
  public let content: ContentDigest

  /// A message from checked parts.
  public init(head: MessageHead, forms: [SchoolForm], content: ContentDigest) {
    (self.head, self.forms, self.content) = (head, forms, content)
  }

  /// What it says of itself.
  public subscript<Value>(dynamicMember path: KeyPath<MessageHead, Value>) -> Value { head[keyPath: path] }
}

/// One form of a message: what is said of one trainee.
public struct SchoolForm: Sendable {
  /// The id that the sender gave it.
  public let id: FormID
  /// The version that the sender gave it, from 1.
  public let version: Int
  /// What kind of form it is.
  public let kind: FormKind
  /// The day of the conversation.
  public let heldOn: CalendarDate
  /// Whom it is about.
  public let participant: Participant
  /// What it says of tasks, in its own order.
  public let entries: [FormEntry]
  /// What was said in the conversation, by topic.
  public let topics: [FormTopic]
  /// The agreements in it.
  public let agreements: [FormAgreement]
  /// The marks in it; a conversation has none.
  public let assessments: [FormAssessment]
  /// How long the conversation took, in minutes; nil when the form does not say.
  public let minutes: Int?
  /// The day of the next conversation; nil when the form does not say.
  public let nextConversation: CalendarDate?
  /// Where it stands.
  public let place: SourcePlace
  /// A digest of all of the above but id, version and place: equal digests, equal content.
  public let content: ContentDigest

  /// A form from checked parts.
  public init(
    id: FormID, version: Int, kind: FormKind, heldOn: CalendarDate, participant: Participant, entries: [FormEntry],
    topics: [FormTopic] = [], agreements: [FormAgreement] = [], assessments: [FormAssessment] = [], minutes: Int? = nil,
    nextConversation: CalendarDate? = nil, place: SourcePlace, content: ContentDigest
  ) {
    (self.id, self.version, self.kind, self.heldOn, self.participant) = (id, version, kind, heldOn, participant)
    (self.entries, self.topics, self.agreements) = (entries, topics, agreements)
    (self.assessments, self.minutes, self.nextConversation) = (assessments, minutes, nextConversation)
    (self.place, self.content) = (place, content)
  }
}

/// The participant of a form: numbers, and a name that is never a key.
public struct Participant: Hashable, Sendable {
  /// A number of a person with the register it comes from.
  public struct Number: Hashable, Sendable {
    /// The registers, strongest first; an ECK-iD is never kept.
    public enum Kind: String, Sendable, CaseIterable { case studentnummer, personeelsnummer, lokaal }
    /// The register.
    public let kind: Kind
    /// The number as it was written; zeros count.
    public let value: String
    /// Whose number it is (an instellingscode or KvK number); nil for the sender's.
    public let issuer: String?

    /// A number of a person.
    public init(kind: Kind, value: String, issuer: String? = nil) {
      (self.kind, self.value, self.issuer) = (kind, value, issuer)
    }
  }
  /// The numbers in the order of the form.
  public let numbers: [Number]
  /// The name as the form shows it; empty when it has none.
  public let displayName: String

  /// A participant from checked parts.
  public init(numbers: [Number], displayName: String) { (self.numbers, self.displayName) = (numbers, displayName) }

  /// The strongest number as a key; of a participant without a usable number, the name (which matches nobody by itself).
  public var key: ParticipantKey {
    for kind in Number.Kind.allCases {
      let values = numbers.filter { $0.kind == kind }.map { ($0.issuer.map { $0 + "/" } ?? "") + $0.value }
      if let least = values.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        return ParticipantKey(kind.rawValue + ":" + least)
      }
    }
    return ParticipantKey("naam:" + displayName)
  }
}

/// One judgement of a form: what a role says of a task.
public struct FormEntry: Hashable, Sendable {
  /// What the entry says of the level.
  public enum Said: Hashable, Sendable {
    /// A level of the sender's scale; `readAs` is the sender's own reading, or our level when the scale is ours.
    case level(SchoolLevel, readAs: Reading)
    /// Why there is no level.
    case without(AbsenceReason)
  }
  /// How the sender's message says a level must be read.
  public enum Reading: Hashable, Sendable {
    /// The sender's own reading in the terms nog_niet, aangeleerd and beheerst.
    case term(LevelID)
    /// A level of our own scale, by its id.
    case ours(LevelID)
    /// Not said.
    case unsaid
  }
  /// Where it stands.
  public let place: SourcePlace
  /// The task as the sender wrote it.
  public let task: TaskCode
  /// The task's name as the sender wrote it; empty when it has none.
  public let taskName: String
  /// What it says.
  public let said: Said
  /// Who says it, as a role.
  public let role: Role
  /// The name of who says it, as the form writes it; never made into a person.
  public let byName: String
  /// The day on which it was seen: the entry's own, else that of the conversation.
  public let seenOn: CalendarDate
  /// What was written beside it; empty when nothing was.
  public let note: String

  /// An entry from checked parts.
  public init(
    place: SourcePlace, task: TaskCode, taskName: String = "", said: Said, role: Role, byName: String = "",
    seenOn: CalendarDate, note: String = ""
  ) {
    (self.place, self.task, self.taskName, self.said) = (place, task, taskName, said)
    (self.role, self.byName, self.seenOn, self.note) = (role, byName, seenOn, note)
  }
}

/// What was said in a conversation on one topic.
public struct FormTopic: Hashable, Sendable {
  /// The code of the topic: `terugblik`, `knelpunten`.
  public let code: String
  /// Whose words they are; nil for both.
  public let contributedBy: Role?
  /// The words.
  public let text: String

  /// A topic from checked parts.
  public init(code: String, contributedBy: Role?, text: String) {
    (self.code, self.contributedBy, self.text) = (code, contributedBy, text)
  }
}

/// An agreement with its words, as a form states it.
public struct FormAgreement: Hashable, Sendable {
  /// What is stated of it.
  public let statement: ReadAgreement
  /// The name of who keeps it, when there is more than one of that role; empty otherwise.
  public let ownerName: String
  /// The words.
  public let text: String

  /// An agreement from checked parts.
  public init(statement: ReadAgreement, ownerName: String = "", text: String) {
    (self.statement, self.ownerName, self.text) = (statement, ownerName, text)
  }
}
