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
      previous = try SealedBooking(number, after: previous).digest(of: tables, self) { ordinal in
        let salt = SealedBooking.newSalt()
        try run(.add_fact_salt, [.integer(number), .integer(ordinal), .text(salt)])
        return salt
      }
      try run(.add_booking_seal, [.integer(number), .text(previous)])
    }
  }
}

/// A booking as it is sealed: the seal before it, its rows as a whole, then each of its facts in the order of their places.
struct SealedBooking {
  /// What stands in the place of a seal before the first booking.
  static let beforeTheFirst = String(repeating: "0", count: 64)
  private let number: Int
  private let previous: String

  init(_ number: Int, after previous: String) { (self.number, self.previous) = (number, previous) }

  /// The digest of the booking.
  ///
  /// - Parameter salt: the salt of the fact at a place; asked once for each.
  func digest(of tables: [SealedTable], _ session: SQLSession, salt: (Int) throws -> String) throws -> String {
    var whole = SealDigest()
    whole.add(previous)
    var facts: [Int: SealDigest] = [:]
    for table in tables {
      try table.eachRow(of: number, session) { row in
        guard let column = table.ordinal else { return try whole.add(row, of: table.table) }
        guard case .integer(let place) = try row.value(column) else { throw row.damage(column) }
        let ordinal = Int(place)
        if facts[ordinal] == nil {
          var fact = SealDigest()
          fact.add(try salt(ordinal))
          facts[ordinal] = fact
        }
        try facts[ordinal]?.add(row, of: table.table)
      }
    }
    for ordinal in facts.keys.sorted() {
      whole.add(Int64(ordinal))
      whole.add(facts[ordinal]?.end() ?? "")
    }
    return whole.end()
  }

  /// Sixteen bytes of the system's random numbers: what keeps a sealed name from being guessed.
  static func newSalt() -> String {
    var generator = SystemRandomNumberGenerator()
    return withUnsafeBytes(of: (generator.next(), generator.next()) as (UInt64, UInt64)) { SealDigest.hexadecimal(Array($0)) }
  }
}
