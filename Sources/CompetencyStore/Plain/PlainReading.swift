public import CompetencyCore
internal import GRDB
internal import GRDBSQLite

extension StoreReader {
  /// The version of the tables.
  public func tablesVersion() throws -> Int { try Schema.current(session) }

  /// Every table of the database, by name.
  public func plainTables() throws -> [PlainTable] { try session.plainTables() }

  /// Goes through the rows of a table in the order of its key; a row is lent until the next one.
  public func eachRow(of table: PlainTable, _ body: (PlainRow) throws -> Void) throws {
    let statement = try session.database.makeStatement(sql: table.reading)
    let raw = statement.sqliteStatement
    defer { sqlite3_reset(raw) }
    try session.eachRow(raw, of: table, body)
  }
}

/// A row of a table.
public struct PlainRow {
  fileprivate let raw: SQLiteStatement
  fileprivate let table: PlainTable

  /// The value in a column.
  ///
  /// - Throws: ``Refusal`` when it is of another kind than the column, which is damage.
  public func value(_ column: Int) throws -> PlainValue {
    let place = Int32(column)
    switch (sqlite3_column_type(raw, place), table.columns[column].kind) {
    case (SQLITE_NULL, _) where !table.columns[column].isRequired: return .null
    case (SQLITE_INTEGER, .integer): return .integer(sqlite3_column_int64(raw, place))
    case (SQLITE_TEXT, .text): return .text(bytes(UnsafeRawPointer(sqlite3_column_text(raw, place)), place))
    case (SQLITE_BLOB, .bytes): return .bytes(bytes(sqlite3_column_blob(raw, place), place))
    default: throw damage(column)
    }
  }

  /// The refusal of a value that this program could not have written.
  public func damage(_ column: Int) -> Refusal { damaged("\(table.name), \(table.columns[column].name)") }

  private func bytes(_ start: UnsafeRawPointer?, _ place: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(raw, place)))
  }
}

extension SQLSession {
  /// Goes through the rows that a statement gives of a table.
  func eachRow(_ raw: SQLiteStatement, of table: PlainTable, _ body: (PlainRow) throws -> Void) throws {
    while true {
      let code = sqlite3_step(raw)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      try body(PlainRow(raw: raw, table: table))
    }
  }

  /// Tables that are no data of the company: what somebody signs in with would be as good in other hands, and a restored
  /// company gives out new ones.
  private static let tablesThatStay: Set<String> = ["answered_request", "shared_device", "sign_in_secret"]

  /// What the database says of its tables; SQLite's own stay out, and what must not leave the database.
  func plainTables() throws -> [PlainTable] { try allTables().filter { !Self.tablesThatStay.contains($0.name) } }

  /// What the database says of all its tables; SQLite's own stay out.
  func allTables() throws -> [PlainTable] {
    let names = try String.fetchAll(
      database, sql: "select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!' order by name")
    return try names.map { name in
      let rows = try Row.fetchAll(
        database, sql: "select name, lower(type), \"notnull\", pk from pragma_table_info(?) order by cid", arguments: [name])
      let columns = try rows.map { row in
        guard let kind = Self.kinds[row[1]] else { throw damaged("\(name), \(row[0] as String)") }
        return PlainTable.Column(name: row[0], kind: kind, isRequired: row[2] || (row[3] as Int) > 0)
      }
      let key = rows.indices.filter { (rows[$0][3] as Int) > 0 }.sorted { (rows[$0][3] as Int) < (rows[$1][3] as Int) }
      return PlainTable(name: name, columns: columns, key: key)
    }
  }

  /// The types of columns that the tables are made of, in small letters; SQLite writes its own in capitals.
  private static let kinds: [String: PlainTable.Column.Kind] = [
    "text": .text, "integer": .integer, "bigint": .integer, "bytea": .bytes,
  ]
}
