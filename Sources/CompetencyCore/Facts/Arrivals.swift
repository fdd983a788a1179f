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
