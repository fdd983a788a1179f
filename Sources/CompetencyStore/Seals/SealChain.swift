public import CompetencyCore

/// What a look at every seal found.
public struct SealVerdict: Sendable {
  /// The seal of a booking.
  public struct Seal: Sendable {
    /// The booking.
    public let booking: BookingNumber
    /// The SHA-256 in hexadecimal digits.
    public let hex: String
  }
  /// Why a booking is not as it was sealed.
  public enum Break: String, Sendable {
    /// The booking is gone.
    case missing
    /// It has no seal.
    case unsealed
    /// A row of it changed, went or came, or its seal did.
    case changed
  }
  /// Every seal, in the order of the bookings.
  public let seals: [Seal]
  /// The first booking that is not as it was sealed; nil when all are.
  public let firstBroken: (booking: BookingNumber, why: Break)?
}

extension StoreReader {
  /// Makes every seal again from what stands in the tables, and holds it against the one that was kept.
  public func sealVerdict() throws -> SealVerdict {
    let tables = try SealedTable.all(session)
    let kept = try session.rows(.all_booking_seals) { (number: try $0.bookingNumber(0), digest: try $0.text(1)) }
    let digests = Dictionary(kept.map { ($0.number.number, $0.digest) }) { first, _ in first }
    let seals = kept.map { SealVerdict.Seal(booking: $0.number, hex: $0.digest) }
    let numbers = Set(try session.rows(.all_bookings) { try $0.integer(0) })
    let resealed = try resealedBookings()
    var previous = SealedBooking.beforeTheFirst
    let newest = max(numbers.max() ?? 0, kept.last?.number.number ?? 0)
    for number in stride(from: 1, through: newest, by: 1) {
      let broken: SealVerdict.Break?
      if !numbers.contains(number) {
        broken = .missing
      } else if let digest = digests[number] {
        let now = try self.digest(of: number, after: previous, tables)
        let anew = resealed[number].map { anew in now.map { sameBytes(SealedBooking.anew($0, given: digest), anew) } ?? false }
        broken = anew ?? (now.map { sameBytes($0, digest) } ?? false) ? nil : .changed
        previous = digest
      } else {
        broken = .unsealed
      }
      if let broken, let booking = BookingNumber(number) {
        return SealVerdict(seals: seals, firstBroken: (booking, broken))
      }
    }
    return SealVerdict(seals: seals, firstBroken: nil)
  }

  /// Whether the tables are of a version that has seals; an older database gets them with the first command that writes.
  public func hasSeals() throws -> Bool { try tablesVersion() >= Schema.firstWithSeals }

  /// The seal of the newest booking; nil before the first, and in a database that a newer program has not written to yet.
  public func newestSeal() throws -> SealVerdict.Seal? {
    try session.rows(.last_seal) { SealVerdict.Seal(booking: try $0.bookingNumber(0), hex: try $0.text(1)) }.first
  }

  /// What the seals of bookings would be now that an erasure changed; the newest word counts.
  private func resealedBookings() throws -> [Int: String] {
    guard try tablesVersion() >= Schema.firstWithPrivacy else { return [:] }
    let rows = try session.rows(.all_resealed_bookings) { (try $0.integer(0), try $0.text(1)) }
    return Dictionary(rows) { _, last in last }
  }

  /// The seal that a booking has now that an erasure changed it, after the seal that the one before it was given.
  func sealAnew(of number: Int, _ tables: [SealedTable]) throws -> String? {
    let seal = { (number: Int) in try self.session.rows(.seal_of_booking, [.integer(number)]) { try $0.text(0) }.first }
    guard let given = try seal(number) else { return nil }
    return try digest(of: number, after: seal(number - 1) ?? SealedBooking.beforeTheFirst, tables).map {
      SealedBooking.anew($0, given: given)
    }
  }

  /// The digest of a booking as it stands now; nil when salts and facts do not belong together.
  private func digest(of number: Int, after previous: String, _ tables: [SealedTable]) throws -> String? {
    let kept = try session.rows(.salts_of_booking, [.integer(number)]) { (try $0.integer(0), try $0.text(1)) }
    var salts = Dictionary(kept) { first, _ in first }
    var isWhole = true
    let parts = SealedBooking.parts(kept.map { Int64($0.0) })
    let salt = salts.removeValue(forKey: SealedBooking.placeOfWhole)
    let digest = try SealedBooking(number, after: previous, salt: salt).digest(of: tables, parts, session) { ordinal in
      if let salt = salts.removeValue(forKey: ordinal) { return salt }
      isWhole = false
      return ""
    }
    return isWhole && salts.isEmpty ? digest : nil
  }
}
