internal import GRDB
internal import GRDBSQLite

/// Adds rows to tables that were just made.
public final class PlainWriter {
  /// The tables, by name.
  public let tables: [PlainTable]
  /// Reads what was added.
  public let reader: StoreReader
  private let session: SQLSession
  private let adding: [GRDB.Statement]

  init(_ session: SQLSession) throws {
    self.session = session
    reader = StoreReader(session: session)
    let tables = try session.plainTables()
    adding = try tables.map { try session.database.makeStatement(sql: $0.adding) }
    self.tables = tables
  }

  /// Why a row could not be added.
  public enum Fault: Error {
    /// A row with the same key was there already.
    case double
    /// A check of the table says no.
    case rule
  }

  /// Adds a row to a table by its place.
  ///
  /// - Parameter values: one for each column; they are lent until the call is over.
  /// - Throws: ``Fault`` for what is wrong with the row.
  public func add(_ values: [PlainValue], to table: Int) throws {
    let raw = adding[table].sqliteStatement
    var place: Int32 = 0
    for value in values {
      place += 1
      let code = bind(value, to: raw, at: place)
      guard code == SQLITE_OK else { throw session.failure(code) }
    }
    let code = sqlite3_step(raw)
    guard code != SQLITE_DONE else {
      sqlite3_reset(raw)
      return
    }
    let failure = session.failure(code)
    sqlite3_reset(raw)
    switch failure.extendedResultCode {
    case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID: throw Fault.double
    case .SQLITE_CONSTRAINT_CHECK, .SQLITE_CONSTRAINT_NOTNULL: throw Fault.rule
    default: throw failure
    }
  }

  /// A row that names another which is not there.
  public struct Dangling: Sendable {
    /// The table that the row stands in, and the one in which the other is missing.
    public let table: String, missingIn: String
    /// The so manieth row that was added, from 1; nil when that cannot be said.
    public let row: Int?
  }

  /// The first row of each table that names another which is not there.
  public func dangling() throws -> [Dangling] {
    var found: [Dangling] = []
    for table in tables {
      guard
        let row = try Row.fetchOne(
          session.database, sql: "select \"rowid\", parent from pragma_foreign_key_check(?)", arguments: [table.name])
      else { continue }
      // A key that is one whole number is the number of the row itself, and not its place.
      let isNumbered = table.key.count == 1 && table.columns[table.key[0]].kind == .integer
      found.append(Dangling(table: table.name, missingIn: row[1], row: isNumbered ? nil : row[0]))
    }
    return found
  }

  private func bind(_ value: PlainValue, to raw: SQLiteStatement, at place: Int32) -> Int32 {
    // Nothing is copied: the values stay where they are until the row is in.
    switch value {
    case .null: return sqlite3_bind_null(raw, place)
    case .integer(let number): return sqlite3_bind_int64(raw, place, number)
    case .text(let bytes):
      guard let start = bytes.baseAddress else { return sqlite3_bind_text(raw, place, "", 0, copied) }
      return sqlite3_bind_text(raw, place, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil)
    case .bytes(let bytes):
      guard let start = bytes.baseAddress else { return sqlite3_bind_zeroblob(raw, place, 0) }
      return sqlite3_bind_blob(raw, place, start, Int32(bytes.count), nil)
    }
  }
}
