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

  /// The number that the key was made of; nil for a key of another making.
  public var number: OrganisationNumber? { OrganisationNumber(written: text) }
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

  /// The digest of a message, made in the second way: the first counted the forms before it took them.
  public init(message hex: String) { text = "2:" + hex }

  /// Whether it was made in the way that the digest of a message is made now; another says nothing of the content.
  public var isComparable: Bool { text.utf8.starts(with: "2:".utf8) || text.utf8.starts(with: "3:".utf8) }

  /// Whether forms were erased from the message: what the sender has says more.
  public var isCut: Bool { text.utf8.starts(with: "3:".utf8) || text.utf8.starts(with: "0:".utf8) }

  /// The digest of what is left of a message from which forms were erased.
  public init(ofCut content: ContentDigest) { text = "3:" + content.hex }

  /// What stands for the digest of a message of which nothing is left.
  public init(ofNothing hex: String) { text = "0:" + hex }

  /// Whether two digests are of the same content, whether or not something was erased before one of them was made.
  public func isSame(as other: ContentDigest) -> Bool { sameBytes(hex, other.hex) }

  private var hex: String {
    String(decoding: text.utf8.split(separator: UInt8(ascii: ":")).last.map { Array($0) } ?? [], as: UTF8.self)
  }
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

/// Whom the forms of one sender are about, as the sender identifies them.
public struct FormSubject: Hashable, Comparable, Sendable {
  /// Who sent the forms.
  public let sender: SenderKey
  /// The participant by its strongest number.
  public let participant: ParticipantKey

  /// A participant of a sender.
  public init(sender: SenderKey, participant: ParticipantKey) { (self.sender, self.participant) = (sender, participant) }

  /// By sender, then by participant.
  public static func < (one: Self, other: Self) -> Bool {
    one.sender != other.sender ? one.sender < other.sender : one.participant < other.participant
  }
}

extension FormIdentity {
  /// Whom the form is about.
  public var subject: FormSubject { FormSubject(sender: sender, participant: participant) }
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

  /// The number itself, without its kind and its issuer; of a participant without one the name.
  public var number: String {
    let cut = text.utf8.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    return String(decoding: Array(text.utf8[(cut.map(text.utf8.index(after:)) ?? text.startIndex)...]), as: UTF8.self)
  }
}
