/// A name that people type for something that a fact began: a letter, its booking and its place in it, `a-0031.2`.
///
/// Nothing needs a counter of its own, and a name never changes hands.
public protocol FactName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The letter before the number.
  static var letter: String { get }
  /// The fact that began it.
  var fact: FactID { get }
  /// The name of what this fact began.
  init(_ fact: FactID)
}

extension FactName {
  /// The name as people read it.
  public var description: String { Self.letter + fact.booking.description.dropFirst() + ".\(fact.ordinal)" }

  /// A name as people type it, `a-0031.2` or `a-31.2`; nil for anything else.
  public init?(typed text: some StringProtocol) {
    let parts = Array(text.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].starts(with: Self.letter.utf8), (1...9).contains(parts[1].count),
      parts[1].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let ordinal = Int(String(decoding: parts[1], as: UTF8.self)), ordinal >= 1,
      let booking = BookingNumber(typed: "b" + String(decoding: parts[0].dropFirst(Self.letter.utf8.count), as: UTF8.self))
    else { return nil }
    self.init(FactID(booking: booking, ordinal: ordinal))
  }

  /// What was begun earlier comes first.
  public static func < (one: Self, other: Self) -> Bool { one.fact < other.fact }
}

/// The name of a conversation (gesprek), `c-0031.1`.
public struct ConversationID: FactName {
  /// The letter before the number.
  public static let letter = "c"
  /// The fact that planned it first.
  public let fact: FactID
  /// The name of the conversation that this fact planned first.
  public init(_ fact: FactID) { self.fact = fact }
}

/// The name of a goal (doel), `d-0031.3`.
public struct GoalID: FactName {
  /// The letter before the number.
  public static let letter = "d"
  /// The fact that set it.
  public let fact: FactID
  /// The name of the goal that this fact set.
  public init(_ fact: FactID) { self.fact = fact }
}

/// The name of an obstacle (knelpunt), `k-0031.4`.
public struct ObstacleID: FactName {
  /// The letter before the number.
  public static let letter = "k"
  /// The fact that named it first.
  public let fact: FactID
  /// The name of the obstacle that this fact named first.
  public init(_ fact: FactID) { self.fact = fact }
}

/// The name of an agreement (afspraak) that was made here, `a-0031.2`.
public struct OwnAgreementID: FactName {
  /// The letter before the number.
  public static let letter = "a"
  /// The fact that made it.
  public let fact: FactID
  /// The name of the agreement that this fact made.
  public init(_ fact: FactID) { self.fact = fact }
}

/// An agreement of a school's forms: its id belongs to the sender and the participant.
public struct SchoolAgreementID: Hashable, Comparable, Sendable {
  /// Whose forms state it, about whom.
  public let subject: FormSubject
  /// The sender's id, the same from conversation to conversation.
  public let id: String

  /// An agreement of a sender.
  public init(subject: FormSubject, id: String) { (self.subject, self.id) = (subject, id) }

  /// Equal when the bytes of the id are.
  public static func == (one: Self, other: Self) -> Bool { one.subject == other.subject && sameBytes(one.id, other.id) }

  /// Equal bytes, equal hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(FormID(id))
  }

  /// By sender, participant and id.
  public static func < (one: Self, other: Self) -> Bool {
    one.subject != other.subject ? one.subject < other.subject : FormID(one.id) < FormID(other.id)
  }
}

/// Any agreement: one that was made here, or one of a school's forms under the school's own id.
public enum AgreementID: Hashable, Comparable, Sendable, CustomStringConvertible {
  case own(OwnAgreementID)
  case school(SchoolAgreementID)

  /// The name that people type: ours, or the school's own id.
  public var description: String {
    switch self {
    case .own(let id): id.description
    case .school(let id): id.id
    }
  }

  /// Those of schools come first, then in the order in which they were made.
  public static func < (one: Self, other: Self) -> Bool {
    switch (one, other) {
    case (.own(let one), .own(let other)): one < other
    case (.school(let one), .school(let other)): one < other
    case (.school, .own): true
    case (.own, .school): false
    }
  }
}
