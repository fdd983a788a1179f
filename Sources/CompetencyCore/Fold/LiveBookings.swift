/// The bookings that are live: those that no live booking undoes (fold rule 1).
public struct LiveBookings: Sendable {
  /// What was undone, each with the live booking that did.
  private let undone: [BookingNumber: BookingNumber]
  /// The last booking that is known here; nil when there is none.
  public let last: BookingNumber?

  /// The live ones among the bookings up to and including this one; nil for all of them.
  public init(_ bookings: [Booking], upTo limit: BookingNumber?) {
    let known = bookings.filter { limit == nil || $0.number <= limit ?? $0.number }
    var undone: [BookingNumber: BookingNumber] = [:]
    // An undo comes after what it undoes, so from the last to the first each one's own fate is settled before it counts.
    for booking in known.reversed() {
      if let target = booking.undoes, undone[booking.number] == nil { undone[target] = booking.number }
    }
    (self.undone, last) = (undone, known.last?.number)
  }

  /// The live ones with these bookings after them, none of which undoes another.
  init(_ live: LiveBookings, and bookings: [Booking]) {
    (undone, last) = (live.undone, bookings.last?.number ?? live.last)
  }

  /// Whether a booking is known here at all.
  public func knows(_ booking: BookingNumber) -> Bool { last.map { booking <= $0 } ?? false }

  /// Whether a booking is known and not undone.
  public func contains(_ booking: BookingNumber) -> Bool { knows(booking) && undone[booking] == nil }

  /// The live booking that undoes this one; nil for one that is live or is not known here.
  public func undo(of booking: BookingNumber) -> BookingNumber? { undone[booking] }
}
