/// Which booking wrote each fact of a cell, and what of the cell was undone with its booking.
public struct BookingTrail: Sendable {
  /// Somebody booked something, at a moment by the company's clock.
  public struct Act: Hashable, Sendable {
    /// The booking.
    public let booking: BookingNumber
    /// Who booked; nil for the administration.
    public let by: PersonID?
    /// The day in the company's zone.
    public let day: CalendarDate
    /// The time of that day, `09.12`.
    public let time: String
  }
  /// Something that counts no longer because its booking was undone.
  public enum Undone: Sendable {
    case statement(Statement, in: BookingNumber)
    case withdrawal(Withdrawal)

    var cell: CellKey {
      switch self {
      case .statement(let statement, _): statement.cell
      case .withdrawal(let withdrawal): CellKey(trainee: withdrawal.trainee, task: withdrawal.task)
      }
    }
  }

  private let bookings: [Booking]
  private let live: LiveBookings
  private let arrivals: [ReadingID: BookingNumber]
  private let undone: [CellKey: [Undone]]
  private let clock: @Sendable (Instant) -> (day: CalendarDate, time: String)

  /// The trail of the facts in a ledger, as far as they were known; the clock is the company's.
  public init(
    _ ledger: Ledger, _ knowledge: Knowledge, clock: @escaping @Sendable (Instant) -> (day: CalendarDate, time: String)
  ) {
    (bookings, live, self.clock) = (ledger.bookings, knowledge.live, clock)
    arrivals = Dictionary(knowledge.forms.map { ($0.reading.id, $0.arrival.booking) }, uniquingKeysWith: { first, _ in first })
    undone = Dictionary(grouping: Self.undone(in: ledger, knowledge), by: \.cell)
  }

  /// The act that booked a statement which counts; of a line of a form the import, also when it was answered later.
  public func act(of statement: Statement) -> Act? {
    switch statement.origin {
    case .hand(let fact, _): act(fact.booking)
    case .form(_, _, _, let reading): arrivals[reading].flatMap(act)
    }
  }

  /// What was undone in a cell: what was recorded by hand, then withdrawals, then lines of forms.
  public func undone(in cell: CellKey) -> [Undone] { undone[cell] ?? [] }

  /// The act that undid a booking; nil for one that is live.
  public func undoing(_ booking: BookingNumber) -> Act? { live.undo(of: booking).flatMap(act) }

  /// Who wrote a booking, and when; nil for a number that there is not.
  public func act(_ number: BookingNumber) -> Act? {
    // Bookings are numbered from 1 without a gap.
    guard bookings.indices.contains(number.number - 1) else { return nil }
    let booking = bookings[number.number - 1]
    let (day, time) = clock(booking.recordedAt)
    return Act(booking: number, by: booking.by, day: day, time: time)
  }

  private static func undone(in ledger: Ledger, _ knowledge: Knowledge) -> [Undone] {
    let isUndone = { (booking: BookingNumber) in knowledge.live.undo(of: booking) != nil }
    let records = ledger.records.filter { isUndone($0.id.booking) }
    let withdrawals = ledger.withdrawals.filter { isUndone($0.id.booking) }
    let forms = ledger.forms.filter { isUndone($0.booking) }
    return records.map { Undone.statement(Statement($0), in: $0.id.booking) } + withdrawals.map(Undone.withdrawal)
      + statements(of: forms, ledger, knowledge)
  }

  private static func statements(of forms: [FormArrival], _ ledger: Ledger, _ knowledge: Knowledge) -> [Undone] {
    guard !forms.isEmpty else { return [] }
    let readings = Dictionary(ledger.readings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return forms.flatMap { arrival -> [Undone] in
      guard let reading = readings[arrival.reading], let trainee = knowledge.trainee(of: reading) else { return [] }
      return reading.lines.compactMap { line in
        guard let task = knowledge.task(of: line, in: reading), let said = knowledge.judgement(of: line, in: reading) else {
          return nil
        }
        let origin = Statement.Origin.form(
          message: arrival.message, form: arrival.identity.formID, position: line.position, reading: reading.id)
        let cell = CellKey(trainee: trainee, task: task)
        return .statement(
          Statement(cell: cell, judgement: said, seenOn: line.seenOn, role: line.role, by: nil, origin: origin),
          in: arrival.booking)
      }
    }
  }
}
