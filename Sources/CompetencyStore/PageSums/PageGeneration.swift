internal import GRDB
internal import GRDBSQLite

/// Which moment of a database its pages are of: a number that every writing transaction draws anew, kept in the database's
/// head as SQLite's `user_version`.
///
/// Drawn and not counted, so that a copy that was put back by hand never looks like the moment that was lost.
enum PageGeneration {
  /// What a database has that no program of ours with sums wrote.
  static let none: Int32 = 0

  static func current(of database: Database) throws -> Int32 {
    try database.sqliteConnection.map { try current($0) } ?? none
  }

  /// Asked past the library, which asks every new connection for its tables: that must not be in the way of a look at damaged ones.
  static func current(_ connection: OpaquePointer) throws -> Int32 {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(connection, "PRAGMA user_version", -1, &statement, nil) == SQLITE_OK,
      sqlite3_step(statement) == SQLITE_ROW
    else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection)))
    }
    return sqlite3_column_int(statement, 0)
  }

  /// Draws a new one, as a part of the transaction.
  static func renew(_ database: Database) throws {
    try database.execute(sql: "PRAGMA user_version = \(Int32.random(in: 1...Int32.max))")
  }
}
