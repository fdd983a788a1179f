internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// A table whose rows belong to a booking and are sealed with it.
struct SealedTable: Sendable {
  let table: PlainTable
  /// Reads the rows of a booking, in the order of their key; of a table of facts those between two places.
  private let sql: String
  /// Asks for the last place of a fact of a booking; nil for a table that is not of facts.
  private let lastPlace: String?
  /// The column with the place of the fact within the booking; nil for a table whose rows are of the booking as a whole.
  let ordinal: Int?

  /// The sealed tables of a database, by name: asked of the database itself, so that a table of a later version is sealed too.
  static func all(_ session: SQLSession) throws -> [SealedTable] {
    try session.plainTables().compactMap { table in
      switch table.name {
      // What the seals are made of and with.
      case "booking_seal", "fact_salt": nil
      case "booking": SealedTable(table, where: "number = $1")
      // A message may come more than once, in a booking each time, and stands in a table by itself.
      case "school_message":
        SealedTable(
          table,
          where: "exists (select 1 from message_arrival a where a.booking = $1 and a.sender = school_message.sender"
            + " and a.message_id = school_message.message_id)")
      case _ where table.columns.contains { $0.name == "booking" }: SealedTable(table, where: "booking = $1")
      default: nil
      }
    }
  }

  private static let known = Mutex<[SealedTable]?>(nil)

  /// The sealed tables of a database that has the newest tables; a program that goes on asks once.
  static func ofNewest(_ session: SQLSession) throws -> [SealedTable] {
    if let tables = known.withLock({ $0 }) { return tables }
    let tables = try all(session)
    known.withLock { $0 = tables }
    return tables
  }

  private init(_ table: PlainTable, where condition: String) {
    self.table = table
    ordinal = table.columns.firstIndex { $0.name == "ordinal" }
    sql = table.reading(where: condition + (ordinal == nil ? "" : " and ordinal between $2 and $3"))
    lastPlace = ordinal.map { _ in "select max(ordinal) from \(table.name) where booking = $1" }
  }

  /// Goes through the rows of a booking; of a table of facts those of facts at these places.
  func eachRow(
    of booking: Int, at places: ClosedRange<Int64>, _ session: SQLSession, _ body: (PlainRow) throws -> Void
  ) throws {
    let raw = try session.database.cachedStatement(sql: sql).sqliteStatement
    defer { sqlite3_reset(raw) }
    let values = [Int64(booking)] + (ordinal == nil ? [] : [places.lowerBound, places.upperBound])
    for (index, value) in values.enumerated() {
      guard sqlite3_bind_int64(raw, Int32(index + 1), value) == SQLITE_OK else { throw session.failure(SQLITE_MISUSE) }
    }
    try session.eachRow(raw, of: table, body)
  }

  /// The last place of a fact of a booking in this table; nil when there is none.
  func lastPlace(of booking: Int, _ session: SQLSession) throws -> Int64? {
    try lastPlace.flatMap { try Int64.fetchOne(session.database.cachedStatement(sql: $0), arguments: [booking]) }
  }
}
