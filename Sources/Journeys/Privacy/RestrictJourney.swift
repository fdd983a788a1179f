public import CompetencyCore
internal import CompetencyStore

/// Keeping a trainee's data without using them (beperking; AVG, article 18), and a trainee's own view beside what was written
/// (rectificatie; article 16).
public enum RestrictJourney {
  /// What was written.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// Whose data.
    public let trainee: Trainee
  }

  /// The trainees whose data may only be kept.
  public static func list(_ context: JourneyContext) throws(Refusal) -> [Trainee] {
    try context.look(.protect, .frame) { situation in
      situation.company.restricted.sorted().compactMap { situation.company.trainees[$0] }
    }
  }

  /// Says that a trainee's data may only be kept, or may be used again.
  ///
  /// - Throws: ``Refusal`` when nobody is found, or the acting person may not do this.
  public static func restrict(
    _ context: JourneyContext, who: String, isRestricted: Bool, reason: String
  ) throws(Refusal) -> Outcome {
    try run(context, who, .restrict) { situation, trainee, writer, booking in
      guard situation.company.restricted.contains(trainee.id) != isRestricted else { return false }
      try writer?.add(booking)
      try writer?.add(
        Restriction(id: FactID(booking: booking.number, ordinal: 1), trainee: trainee.id, isRestricted: isRestricted),
        reason: reason)
      return true
    }
  }

  /// Writes how a trainee sees what was written; what it is about stays as it is.
  ///
  /// - Throws: ``Refusal`` when nobody or no such booking is found, or there are no words.
  public static func state(
    _ context: JourneyContext, who: String, about: BookingNumber?, words: String
  ) throws(Refusal) -> Outcome {
    guard !words.isEmpty else {
      throw Refusal(.usage, .nothing_to_change, values: ["command": "vakmatrix privacy correct \(who) --view \"…\""])
    }
    return try run(context, who, .correct) { situation, trainee, writer, booking in
      if let about, !situation.ledger.bookings.contains(where: { $0.number == about }) {
        throw Refusal(.notFound, .booking_not_found, values: ["booking": about.description])
      }
      try writer?.add(booking)
      try writer?.add(
        OwnView(id: FactID(booking: booking.number, ordinal: 1), trainee: trainee.id, about: about), words: words)
      return true
    }
  }

  /// Writes how the acting trainee sees what was written.
  public static func stateOwn(_ context: JourneyContext, about: BookingNumber?, words: String) throws(Refusal) -> Outcome {
    guard !words.isEmpty else { throw Refusal(.usage, .nothing_to_change, values: ["command": ""]) }
    return try context.write(.seeLevels, .frame) { situation, writer in
      guard case .trainee(let trainee) = situation.actor else { throw situation.access.refusal }
      let booking = context.booking(.correct, after: situation)
      try writer.add(booking)
      try writer.add(OwnView(id: FactID(booking: booking.number, ordinal: 1), trainee: trainee.id, about: about), words: words)
      return Outcome(booking: booking.number, trainee: trainee)
    }
  }

  private static func run(
    _ context: JourneyContext, _ who: String, _ kind: Booking.Kind,
    _ body: (Situation, Trainee, StoreWriter?, Booking) throws -> Bool
  ) throws(Refusal) -> Outcome {
    func work(_ situation: Situation, _ writer: StoreWriter?) throws -> Outcome {
      let id = try PersonFinder(situation.company).trainee(who, visible: Set(situation.company.trainees.keys))
      guard let trainee = situation.company.trainees[id] else {
        throw Refusal(.notFound, .person_not_found, values: ["who": who])
      }
      let booking = context.booking(kind, after: situation)
      let isWritten = try body(situation, trainee, writer, booking)
      return Outcome(booking: isWritten && writer != nil ? booking.number : nil, trainee: trainee)
    }
    if context.isDryRun { return try context.look(.protect, .frame) { try work($0, nil) } }
    return try context.write(.protect, .frame) { try work($0, $1) }
  }
}

extension Situation {
  /// How a trainee sees what was written, for who may read words; the newest first.
  func ownViews(of trainee: Trainee) throws -> [(day: CalendarDate, about: BookingNumber?, words: String)] {
    guard access.readsWords(of: trainee) else { return [] }
    let moments = Dictionary(uniqueKeysWithValues: ledger.bookings.map { ($0.number, $0.recordedAt) })
    return try reader.ownViews(of: trainee.id).reversed().compactMap { view in
      guard knowledge.live.contains(view.id.booking), let moment = moments[view.id.booking],
        let words = try reader.texts(beside: view.id).first(where: { $0.kind == .own_view })?.body
      else { return nil }
      return (CompanyZone.day(of: moment, zone: zone), view.about, words)
    }
  }
}
