internal import CompetencyCore
internal import CompetencyStore

extension JourneyContext {
  /// Looks at a trainee's conversations on somebody's behalf.
  func meet<Value>(_ who: String, _ command: String, _ body: (ConversationDesk) throws -> Value) throws(Refusal) -> Value {
    try requirePerson(command)
    return try look(.converse, ConversationDesk.scope(who)) { try body(ConversationDesk($0, who: who)) }
  }

  /// Writes about a trainee's conversations on somebody's behalf; in a dry run nothing is kept.
  ///
  /// The body makes the facts; what it gives is told. Without facts there is no booking.
  func write<Value>(
    about who: String, _ command: String, _ kind: Booking.Kind, _ body: (ConversationDesk, inout FactDraft) throws -> Value
  ) throws(Refusal) -> (booking: BookingNumber?, value: Value) {
    try requirePerson(command)
    if isDryRun {
      return try look(.converse, ConversationDesk.scope(who)) { situation in
        var draft = FactDraft(booking(kind, after: situation))
        return (nil, try body(ConversationDesk(situation, who: who), &draft))
      }
    }
    return try write(.converse, ConversationDesk.scope(who)) { situation, writer in
      var draft = FactDraft(booking(kind, after: situation))
      let value = try body(ConversationDesk(situation, who: who), &draft)
      return (try draft.write(by: writer), value)
    }
  }

  /// Refuses the administration, which takes part in no conversation.
  func requirePerson(_ command: String) throws(Refusal) {
    guard actingText != nil else { throw Refusal(.usage, .acting_person_needed, values: ["command": command]) }
  }
}

/// Facts of one booking, in the order in which they are to be written.
struct FactDraft {
  let booking: Booking
  /// How many facts there are.
  private(set) var count = 0
  private var writes: [(StoreWriter) throws -> Void] = []

  init(_ booking: Booking) { self.booking = booking }

  /// Whether there is nothing to write.
  var isEmpty: Bool { writes.isEmpty }

  /// Adds a fact under the next place of the booking; gives the place.
  @discardableResult
  mutating func add(_ write: @escaping (FactID, StoreWriter) throws -> Void) -> FactID {
    count += 1
    let id = FactID(booking: booking.number, ordinal: count)
    writes.append { try write(id, $0) }
    return id
  }

  /// Writes the booking with its facts; nil when there are none.
  func write(by writer: StoreWriter) throws -> BookingNumber? {
    guard !isEmpty else { return nil }
    try writer.add(booking)
    for write in writes { try write(writer) }
    return booking.number
  }
}
