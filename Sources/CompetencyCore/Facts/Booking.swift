/// The number of a booking: what one command or one save wrote, in one transaction (`b-0001`).
public struct BookingNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 for the first booking of a database.
  public let number: Int

  /// A number from 1 on; nil for anything lower.
  public init?(_ number: Int) {
    guard number >= 1 else { return nil }
    self.number = number
  }

  /// A number as people type it, `b-0007` or `b-7`; nil for anything else.
  public init?(typed text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.starts(with: Array("b-".utf8)), let digits = String(bytes: bytes.dropFirst(2)),
      (1...12).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(digits)
    else { return nil }
    self.init(number)
  }

  /// The number as people read it, at least four digits.
  public var description: String { "b-" + padded(number, 4) }

  /// The booking after this one.
  public var next: BookingNumber { BookingNumber(unchecked: number + 1) }

  /// The first booking of a database.
  public static let first = BookingNumber(unchecked: 1)

  private init(unchecked number: Int) { self.number = number }

  /// What was written earlier comes first.
  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}

extension String {
  /// The text of these bytes; nil when they are not UTF-8.
  fileprivate init?(bytes: some Collection<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self = text
  }
}

/// What one command or one save wrote: who, when, what kind.
public struct Booking: Hashable, Sendable {
  /// What kind of act a booking was.
  public enum Kind: String, Sendable, CaseIterable {
    case setup, trainee, `import`, set, accept, refuse, answer, undo, conversation, agreement, goal, schedule, replan, wall,
      erase,
      restrict, correct
  }
  /// The number, one more than that of the booking before it.
  public let number: BookingNumber
  /// When it was written; never before the booking before it.
  public let recordedAt: Instant
  /// The person on whose behalf it was written; nil for the administration itself (beheer).
  public let by: PersonID?
  /// The account of the operating system that wrote it.
  public let account: String
  /// What kind of act it was.
  public let kind: Kind
  /// The booking that this one undoes; only for ``Kind/undo``.
  public let undoes: BookingNumber?

  /// A booking from checked parts.
  public init(
    number: BookingNumber, recordedAt: Instant, by: PersonID?, account: String, kind: Kind, undoes: BookingNumber? = nil
  ) {
    (self.number, self.recordedAt, self.by) = (number, recordedAt, by)
    (self.account, self.kind, self.undoes) = (account, kind, undoes)
  }
}

/// The place of a fact among all facts: its booking, then the order in which the booking wrote it.
public struct FactID: Hashable, Comparable, Sendable {
  /// The booking that wrote it.
  public let booking: BookingNumber
  /// The order within the booking, from 1.
  public let ordinal: Int

  /// The place of a fact.
  public init(booking: BookingNumber, ordinal: Int) { (self.booking, self.ordinal) = (booking, ordinal) }

  /// What was written earlier comes first.
  public static func < (one: Self, other: Self) -> Bool { (one.booking, one.ordinal) < (other.booking, other.ordinal) }
}
