public import CompetencyCore
internal import CompetencyStore
internal import Synchronization

/// What a program that stays remembers of the company between two looks: the bookings, the set-up and the answers.
///
/// Facts are only added, so what was read stays true, and only the bookings that came after are read. When one of them may have
/// changed the set-up, the answers or what counts, all of it is read anew.
public final class CompanyMemory: Sendable {
  /// What was known when.
  public struct Moment: Sendable {
    fileprivate let reading: Int
    fileprivate let booking: BookingNumber?
  }

  typealias Remembered = (records: Ledger, frame: Knowledge.Frame)

  /// Acts that write facts of trainees alone.
  private static let leaveTheFrame: Set<Booking.Kind> = [.set, .accept, .refuse, .conversation, .agreement, .goal]

  /// Connections that stay open for reading.
  let readers = ReaderPool()
  private let state = Mutex<State>(State())

  private struct State {
    var remembered: Remembered?
    /// How often all of it was read anew.
    var readings = 0
    /// The last booking by which something was said of each by hand.
    var ticked: [TraineeID: BookingNumber] = [:]
    /// The last booking that may have said something of anybody.
    var anybody: BookingNumber?
  }

  /// Remembers nothing yet.
  public init() {}

  /// The bookings, answers and set-up at the moment of a reading.
  func look(_ reader: StoreReader) throws -> Remembered {
    let last = try reader.lastBooking()
    let (known, reading) = state.withLock { ($0.remembered, $0.readings) }
    if let known, let last, let before = known.records.bookings.last?.number {
      if before == last { return known }
      if before < last {
        let bookings = try reader.bookings(after: before)
        if let grown = Self.grown(known, bookings) {
          return keep(grown, reading, CompanyNews(bookings, ticked: try reader.ticked(after: before)))
        }
      }
      // A reading that began before another one ended sees what was then.
      if last < before { return try Self.read(reader) }
    }
    return keep(try Self.read(reader), reading, nil)
  }

  /// What is known at this moment, to ask later with ``hasChanged(_:since:)``.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the database cannot be read.
  public func moment(_ context: JourneyContext) throws(Refusal) -> Moment {
    try context.store.read { reader in
      _ = try look(reader)
      return state.withLock { Moment(reading: $0.readings, booking: $0.remembered?.records.bookings.last?.number) }
    }
  }

  /// Whether anything that a page about these trainees shows may be otherwise than at a moment, as far as it was read by now.
  public func hasChanged(_ trainees: Set<TraineeID>, since moment: Moment) -> Bool {
    state.withLock { state in
      guard state.readings == moment.reading, let booking = moment.booking else { return true }
      if let anybody = state.anybody, booking < anybody { return true }
      return trainees.contains { trainee in state.ticked[trainee].map { booking < $0 } ?? false }
    }
  }

  /// All of it, read anew.
  static func read(_ reader: StoreReader) throws -> Remembered {
    let records = try reader.records()
    return (records, try reader.frame(of: records))
  }

  private static func grown(_ known: Remembered, _ bookings: [Booking]) -> Remembered? {
    guard bookings.allSatisfy({ leaveTheFrame.contains($0.kind) && $0.undoes == nil }) else { return nil }
    var records = known.records
    records.bookings += bookings
    return (records, Knowledge.Frame(known.frame, and: bookings))
  }

  private func keep(_ new: Remembered, _ reading: Int, _ news: CompanyNews?) -> Remembered {
    state.withLock { state in
      let (had, has) = (state.remembered?.records.bookings.last?.number, new.records.bookings.last?.number)
      if let had, let has, has <= had { return }
      if let news, state.readings == reading {
        state.ticked.merge(news.ticked) { max($0, $1) }
        state.anybody = [state.anybody, news.anybody].compactMap { $0 }.max()
      } else {
        (state.ticked, state.anybody) = ([:], nil)
        state.readings += 1
      }
      state.remembered = new
    }
    return new
  }
}

/// Of whom bookings say something.
private struct CompanyNews {
  /// The last booking that says something of each, and of nobody else.
  private(set) var ticked: [TraineeID: BookingNumber] = [:]
  /// The last one that may say something of anybody.
  private(set) var anybody: BookingNumber?

  init(_ bookings: [Booking], ticked rows: [(booking: BookingNumber, trainee: TraineeID)]) {
    for row in rows { ticked[row.trainee] = max(ticked[row.trainee] ?? row.booking, row.booking) }
    let byHand = Set(rows.map(\.booking))
    anybody = bookings.filter { $0.kind != .set || !byHand.contains($0.number) }.map(\.number).max()
  }
}
