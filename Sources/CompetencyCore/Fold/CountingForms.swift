/// A form that counts, with what was read from it.
public struct CountingForm: Sendable {
  /// The arrival by which it counts.
  public let arrival: FormArrival
  /// What was read from it.
  public let reading: FormReading
}

/// The forms that count: fold rules 2 and 3.
struct CountingForms {
  let forms: [CountingForm]
  let messages: Set<MessageKey>

  init(_ ledger: Ledger, live: LiveBookings) {
    messages = Self.countingMessages(ledger.messages, live: live)
    let readings = Dictionary(ledger.readings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var winners: [FormIdentity: FormArrival] = [:]
    for arrival in ledger.forms where live.contains(arrival.booking) && messages.contains(arrival.message) {
      guard let rival = winners[arrival.identity] else {
        winners[arrival.identity] = arrival
        continue
      }
      if Self.takesPrecedence(arrival, over: rival) { winners[arrival.identity] = arrival }
    }
    forms = winners.values.compactMap { arrival in
      readings[arrival.reading].map { CountingForm(arrival: arrival, reading: $0) }
    }.sorted { one, other in
      one.arrival.message != other.arrival.message
        ? one.arrival.message < other.arrival.message
        : one.arrival.identity.formID != other.arrival.identity.formID
          ? one.arrival.identity.formID < other.arrival.identity.formID
          : one.arrival.reading < other.arrival.reading
    }
  }

  /// Rule 2: imported by a live booking, and not corrected by a message that a live booking imported.
  private static func countingMessages(_ arrivals: [MessageArrival], live: LiveBookings) -> Set<MessageKey> {
    let known = arrivals.filter { live.knows($0.booking) }
    let imported = Set(known.filter { live.contains($0.booking) }.map(\.key))
    var replacedBy: [MessageKey: MessageKey] = [:]
    for arrival in known {
      if let replaced = arrival.replaces { replacedBy[arrival.key] = MessageKey(sender: arrival.key.sender, id: replaced) }
    }
    var corrected: Set<MessageKey> = []
    for message in imported {
      // Over other messages, whether those still count or not: the chain goes on through every message that is known.
      // A message never corrects itself, not even over others that name each other in a ring.
      var passed: Set<MessageKey> = [message]
      var next = replacedBy[message]
      while let target = next, passed.insert(target).inserted {
        corrected.insert(target)
        next = replacedBy[target]
      }
    }
    return imported.subtracting(corrected)
  }

  /// Rule 3: the highest version, then the latest day of making, then the message's id.
  private static func takesPrecedence(_ one: FormArrival, over other: FormArrival) -> Bool {
    if one.version != other.version { return one.version > other.version }
    if one.createdAt != other.createdAt { return one.createdAt > other.createdAt }
    if one.message != other.message { return other.message < one.message }
    // The same message imported again after an undo that was undone: its first reading stays.
    return one.booking < other.booking
  }
}
