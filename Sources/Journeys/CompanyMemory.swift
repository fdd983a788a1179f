internal import CompetencyCore
internal import CompetencyStore
internal import Synchronization

/// What a program that stays remembers of the company between two looks: the bookings, the set-up and the answers.
///
/// Facts are only added, so what was read stays true, and only the bookings that came after are read. When one of them may have
/// changed the set-up, the answers or what counts, all of it is read anew.
public final class CompanyMemory: Sendable {
  typealias Remembered = (records: Ledger, frame: Knowledge.Frame)

  /// Acts that write facts of trainees alone.
  private static let leaveTheFrame: Set<Booking.Kind> = [.set, .accept, .refuse, .conversation, .agreement, .goal]

  /// Connections that stay open for reading.
  let readers = ReaderPool()
  private let remembered = Mutex<Remembered?>(nil)

  /// Remembers nothing yet.
  public init() {}

  /// The bookings, answers and set-up at the moment of a reading.
  func look(_ reader: StoreReader) throws -> Remembered {
    let last = try reader.lastBooking()
    let known = remembered.withLock { $0 }
    if let known, let last, let before = known.records.bookings.last?.number {
      if before == last { return known }
      if before < last, let grown = Self.grown(known, try reader.bookings(after: before)) { return keep(grown) }
      // A reading that began before another one ended sees what was then.
      if last < before { return try Self.read(reader) }
    }
    return keep(try Self.read(reader))
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

  private func keep(_ new: Remembered) -> Remembered {
    remembered.withLock { old in
      let (had, has) = (old?.records.bookings.last?.number, new.records.bookings.last?.number)
      if let had, let has, has < had { return }
      old = new
    }
    return new
  }
}
