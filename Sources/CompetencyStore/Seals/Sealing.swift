internal import CompetencyCore
internal import GRDB

extension SQLSession {
  /// Seals the bookings that have no seal yet; called within the transaction that wrote them, before it is committed.
  ///
  /// - Parameter tables: the tables in which they may have rows.
  func sealBookings(_ tables: [SealedTable]) throws {
    let last = try rows(.last_seal) { (number: try $0.bookingNumber(0), digest: try $0.text(1)) }.first
    var previous = last?.digest ?? SealedBooking.beforeTheFirst
    for number in try rows(.bookings_after, [.integer(last?.number.number ?? 0)], { try $0.integer(0) }) {
      // The program numbers the facts of a booking one after the other; what is numbered otherwise is in the last part.
      let last = try tables.compactMap { try $0.lastPlace(of: number, self) }.max() ?? 0
      let parts = SealedBooking.parts(Array(0...max(0, min(last, 1_000_000))))
      let salt = { (place: Int) in
        let salt = SealedBooking.newSalt()
        try self.run(.add_fact_salt, [.integer(number), .integer(place), .text(salt)])
        return salt
      }
      let whole = try salt(SealedBooking.placeOfWhole)
      previous = try SealedBooking(number, after: previous, salt: whole).digest(of: tables, parts, self, salt: salt)
      try run(.add_booking_seal, [.integer(number), .text(previous)])
    }
  }
}

/// A booking as it is sealed: the seal before it, its rows as a whole, then each of its facts in the order of their places.
struct SealedBooking {
  /// What stands in the place of a seal before the first booking.
  static let beforeTheFirst = String(repeating: "0", count: 64)
  /// How many facts are held in memory at once.
  private static let atOnce = 1024
  /// The place under which the salt of the rows stands that are no fact's: who wrote a booking can be erased too.
  static let placeOfWhole = 0
  private let number: Int
  private let previous: String
  private let salt: String?

  /// - Parameter salt: the salt of the booking as a whole; nil for one from before there were any.
  init(_ number: Int, after previous: String, salt: String?) {
    (self.number, self.previous, self.salt) = (number, previous, salt)
  }

  /// All places, cut after each of so many of these, so that a booking of a hundred thousand facts is not in memory at once.
  ///
  /// - Parameter places: the places of the facts, in their order.
  static func parts(_ places: [Int64]) -> [ClosedRange<Int64>] {
    var parts: [ClosedRange<Int64>] = []
    var start = Int64.min
    for cut in stride(from: atOnce, to: places.count, by: atOnce) {
      parts.append(start...(places[cut] - 1))
      start = places[cut]
    }
    return parts + [start...Int64.max]
  }

  /// The digest of the booking.
  ///
  /// - Parameters:
  ///   - parts: which places are read together; the digest is the same however they are cut.
  ///   - salt: the salt of the fact at a place; asked once for each.
  func digest(
    of tables: [SealedTable], _ parts: [ClosedRange<Int64>], _ session: SQLSession, salt: (Int) throws -> String
  ) throws -> String {
    var whole = SealDigest()
    whole.add(previous)
    if let own = self.salt { whole.add(own) }
    for table in tables where table.ordinal == nil {
      try table.eachRow(of: number, at: 0...0, session) { try whole.add($0, of: table.table) }
    }
    let ofFacts = tables.filter { $0.ordinal != nil }
    for places in parts { try add(facts: places, of: ofFacts, session, salt, to: &whole) }
    return whole.end()
  }

  /// The digests of the facts at these places, in the order of the places.
  private func add(
    facts places: ClosedRange<Int64>, of tables: [SealedTable], _ session: SQLSession, _ salt: (Int) throws -> String,
    to whole: inout SealDigest
  ) throws {
    var facts: [Int64: SealDigest] = [:]
    for table in tables {
      guard let column = table.ordinal else { continue }
      try table.eachRow(of: number, at: places, session) { row in
        guard case .integer(let place) = try row.value(column) else { throw row.damage(column) }
        if facts[place] == nil {
          var fact = SealDigest()
          fact.add(try salt(Int(place)))
          facts[place] = fact
        }
        try facts[place]?.add(row, of: table.table)
      }
    }
    for place in facts.keys.sorted() {
      whole.add(place)
      whole.add(facts[place]?.end() ?? "")
    }
  }

  /// What a booking that an erasure changed is sealed with: what it is now, and the seal that it was given, from which the
  /// later ones were made.
  static func anew(_ now: String, given: String) -> String {
    var digest = SealDigest()
    digest.add(now)
    digest.add(given)
    return digest.end()
  }

  /// Sixteen bytes of the system's random numbers: what keeps a sealed name from being guessed.
  static func newSalt() -> String {
    var generator = SystemRandomNumberGenerator()
    return withUnsafeBytes(of: (generator.next(), generator.next()) as (UInt64, UInt64)) { SealDigest.hexadecimal(Array($0)) }
  }
}
