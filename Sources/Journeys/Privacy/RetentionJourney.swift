public import CompetencyCore
internal import CompetencyStore

/// What has been kept long enough (bewaartermijn): listed, and erased only when that is asked.
public enum RetentionJourney {
  /// Something of which the term is over, or will be.
  public struct Due: Sendable, Hashable {
    /// Whose.
    public let trainee: Trainee
    /// What goes.
    public let extent: Erasure.Extent
    /// The day on which the training ended.
    public let endedOn: CalendarDate
    /// The first day on which it is to go.
    public let from: CalendarDate
  }

  /// What is due.
  public struct Outcome: Sendable {
    /// The terms.
    public let terms: RetentionTerms
    /// The day.
    public let today: CalendarDate
    /// What is to go now, the longest due first.
    public let due: [Due]
    /// What will be within a year, the first first.
    public let coming: [Due]
    /// How many lines of who looked at whom are due.
    public let lookCount: Int
    /// What was erased; empty unless that was asked.
    public let erased: [Erasure]
    /// The booking of that.
    public let booking: BookingNumber?
    /// How many messages of schools lost all their bytes.
    public let lostMessages: Int
    /// Whether nothing of it is left in the bytes of the database.
    public let isCleared: Bool
  }

  /// What is due; nothing is erased.
  public static func list(_ context: JourneyContext, _ terms: RetentionTerms) throws(Refusal) -> Outcome {
    try context.look(.protect) { try Self.outcome($0, terms) }
  }

  /// Erases all that is due.
  public static func apply(
    _ context: JourneyContext, _ terms: RetentionTerms, dialects: [DialectFile]
  ) throws(Refusal) -> Outcome {
    let work = { (situation: Situation, writer: StoreWriter) throws -> Outcome in
      let before = try Self.outcome(situation, terms)
      guard !before.due.isEmpty || before.lookCount > 0 else { return before }
      let booking = context.booking(.erase, after: situation)
      try writer.add(booking)
      var erasing = try TraineeErasing(situation, writer, booking, dialects)
      let done = try before.due.map { try erasing.erase($0.trainee, $0.extent, .term) }
      try writer.dropViews(before: situation.today.adding(months: -terms.looks))
      return Outcome(
        terms: terms, today: before.today, due: before.due, coming: before.coming, lookCount: before.lookCount,
        erased: done.map(\.erasure), booking: context.isDryRun ? nil : booking.number,
        lostMessages: done.reduce(0) { $0 + $1.lostMessages }, isCleared: true)
    }
    if context.isDryRun { return try context.rehearse(.protect, .everything, work) }
    let (outcome, isCleared) = try context.erase(.protect, work)
    return Outcome(
      terms: outcome.terms, today: outcome.today, due: outcome.due, coming: outcome.coming, lookCount: outcome.lookCount,
      erased: outcome.erased, booking: outcome.booking, lostMessages: outcome.lostMessages, isCleared: isCleared)
  }

  private static func outcome(_ situation: Situation, _ terms: RetentionTerms) throws -> Outcome {
    let erasures = try situation.reader.erasures()
    let gone = Set(erasures.filter { $0.extent == .person }.map(\.trainee))
    var all: [Due] = []
    for trainee in situation.company.trainees.values where !trainee.status.isCurrent && !gone.contains(trainee.id) {
      guard let (end, booking) = situation.end(of: trainee) else { continue }
      let hasWords = !erasures.contains { $0.trainee == trainee.id && booking < $0.id.booking }
      let (words, person) = (end.adding(months: terms.words).adding(days: 1), end.adding(months: terms.person).adding(days: 1))
      if person <= situation.today || !hasWords {
        all.append(Due(trainee: trainee, extent: .person, endedOn: end, from: person))
      } else {
        all.append(Due(trainee: trainee, extent: .words, endedOn: end, from: words))
      }
    }
    all.sort { ($0.from, $0.trainee.id) < ($1.from, $1.trainee.id) }
    let year = situation.today.adding(months: 12)
    return Outcome(
      terms: terms, today: situation.today, due: all.filter { $0.from <= situation.today },
      coming: all.filter { situation.today < $0.from && $0.from <= year },
      lookCount: try situation.reader.viewCount(before: situation.today.adding(months: -terms.looks)), erased: [],
      booking: nil, lostMessages: 0, isCleared: true)
  }
}

extension Situation {
  /// The day on which a training ended, as far as that was written, and the booking that said so.
  func end(of trainee: Trainee) -> (day: CalendarDate, booking: BookingNumber)? {
    let turn = company.turns[trainee.id]?.reversed().prefix { !$0.status.isCurrent }.last
    let first = ledger.setup.first { version in
      if case .trainee(let row) = version.row { row.id == trainee.id } else { false }
    }
    guard let number = turn?.since ?? first?.booking, let booking = ledger.bookings.first(where: { $0.number == number })
    else { return nil }
    return (CompanyZone.day(of: booking.recordedAt, zone: zone), number)
  }
}
