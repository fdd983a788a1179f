internal import CompetencyCore
internal import GRDB
internal import GRDBSQLite

/// A value that goes into a statement.
enum SQLValue {
  case text(String)
  case integer(Int)
  case bytes([UInt8])
  case null

  /// A text, or null.
  static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
  /// A number, or null.
  static func optional(_ number: Int?) -> SQLValue { number.map(SQLValue.integer) ?? .null }
  /// 1 for yes, 0 for no.
  static func flag(_ yes: Bool) -> SQLValue { .integer(yes ? 1 : 0) }
}

/// Runs statements within one transaction; nothing suspends in it.
///
/// Values go to SQLite and come from it directly: GRDB's own way through arrays of database values takes three times as
/// long, and an import is a hundred rows a form.
final class SQLSession {
  let database: Database
  private var prepared = [GRDB.Statement?](repeating: nil, count: SQLStatement.allCases.count)

  /// Which statements ran that add rows about a fact.
  private var hasAdded = [Bool](repeating: false, count: SQLStatement.allCases.count)

  init(_ database: Database) { self.database = database }

  /// Those of the tables to which this session may have added rows: a booking is about few of them.
  func written(of tables: [SealedTable]) -> [SealedTable] {
    let names = Set(SQLStatement.allCases.filter { hasAdded[$0.rawValue] }.map(\.name))
    return tables.filter { names.contains("add_" + $0.table.name) || $0.table.name.utf8.elementsEqual("school_message".utf8) }
  }

  /// Runs a statement that gives no rows. `$1` is the first value, in the order in which the text first names them.
  func run(_ statement: SQLStatement, _ values: [SQLValue]) throws {
    try step(try ready(statement, values))
    hasAdded[statement.rawValue] = true
  }

  /// Adds a row about a fact: its first two values are the fact's booking and place, the given ones follow.
  func run(_ statement: SQLStatement, _ fact: FactID, _ values: [SQLValue]) throws {
    let raw = try prepare(statement)
    try check(sqlite3_bind_int64(raw, 1, Int64(fact.booking.number)))
    try check(sqlite3_bind_int64(raw, 2, Int64(fact.ordinal)))
    try bind(values, to: raw, from: 3)
    try step(raw)
    hasAdded[statement.rawValue] = true
  }

  private func step(_ raw: SQLiteStatement) throws {
    defer { sqlite3_reset(raw) }
    let code = sqlite3_step(raw)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
  }

  /// Runs a word of transaction control, which is no statement with rows or values.
  func control(_ sql: String) throws { try database.execute(sql: sql) }

  /// The rows of a statement, each made into a value.
  func rows<Value>(_ statement: SQLStatement, _ values: [SQLValue] = [], _ make: (SQLRow) throws -> Value) throws -> [Value] {
    var result: [Value] = []
    try each(statement, values) { result.append(try make($0)) }
    return result
  }

  /// Goes through the rows of a statement.
  func each(_ statement: SQLStatement, _ values: [SQLValue] = [], _ body: (SQLRow) throws -> Void) throws {
    let raw = try ready(statement, values)
    defer { sqlite3_reset(raw) }
    while true {
      let code = sqlite3_step(raw)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      try body(SQLRow(raw, of: statement))
    }
  }

  /// The statement with its values, ready for its first step.
  private func ready(_ statement: SQLStatement, _ values: [SQLValue]) throws -> SQLiteStatement {
    let raw = try prepare(statement)
    try bind(values, to: raw, from: 1)
    return raw
  }

  private func prepare(_ statement: SQLStatement) throws -> SQLiteStatement {
    if let known = prepared[statement.rawValue] { return known.sqliteStatement }
    let made = try database.cachedStatement(sql: statement.sql)
    prepared[statement.rawValue] = made
    return made.sqliteStatement
  }

  private func bind(_ values: [SQLValue], to raw: SQLiteStatement, from first: Int32) throws {
    var place = first
    for value in values {
      try check(bind(value, to: raw, at: place))
      place += 1
    }
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func bind(_ value: SQLValue, to raw: SQLiteStatement, at place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(raw, place)
    case .integer(let number): return sqlite3_bind_int64(raw, place, Int64(number))
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { sqlite3_bind_text(raw, place, $0.baseAddress, Int32($0.count), copied) }
      }
    case .bytes(let bytes):
      // An empty list has no address, which SQLite would take for null.
      if bytes.isEmpty { return sqlite3_bind_zeroblob(raw, place, 0) }
      return bytes.withUnsafeBytes { sqlite3_bind_blob(raw, place, $0.baseAddress, Int32($0.count), copied) }
    }
  }

  /// What SQLite says of the last call.
  func failure(_ code: Int32) -> DatabaseError {
    let extended = database.sqliteConnection.map(sqlite3_extended_errcode) ?? code
    return DatabaseError(
      resultCode: ResultCode(rawValue: extended), message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
  }
}

/// Tells SQLite to copy a value, since ours is gone when the call is over.
let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// One row of a statement, read column by column; what this program could not have written is damage.
struct SQLRow {
  private let raw: SQLiteStatement
  private let statement: SQLStatement

  fileprivate init(_ raw: SQLiteStatement, of statement: SQLStatement) { (self.raw, self.statement) = (raw, statement) }

  func text(_ column: Int) throws -> String {
    guard sqlite3_column_type(raw, Int32(column)) == SQLITE_TEXT, let start = sqlite3_column_text(raw, Int32(column)) else {
      throw damage(column)
    }
    let count = Int(sqlite3_column_bytes(raw, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Looks at the bytes of a text where SQLite has them.
  func withBytes<Value>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value) throws -> Value {
    guard let start = sqlite3_column_text(raw, Int32(column)) else { throw damage(column) }
    return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(raw, Int32(column)))))
  }

  /// A day, read from its figures without making a text of them.
  func isoDay(_ column: Int) throws -> CalendarDate {
    guard let day = try withBytes(column, { CalendarDate(isoFigures: $0) }) else { throw damage(column) }
    return day
  }

  func optionalText(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }

  func integer(_ column: Int) throws -> Int {
    guard sqlite3_column_type(raw, Int32(column)) == SQLITE_INTEGER else { throw damage(column) }
    return Int(sqlite3_column_int64(raw, Int32(column)))
  }

  func optionalInteger(_ column: Int) throws -> Int? { isNull(column) ? nil : try integer(column) }

  func flag(_ column: Int) throws -> Bool { try integer(column) == 1 }

  func bytes(_ column: Int) throws -> [UInt8] {
    guard sqlite3_column_type(raw, Int32(column)) == SQLITE_BLOB else { throw damage(column) }
    let count = Int(sqlite3_column_bytes(raw, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(raw, Int32(column)), count: count))
  }

  /// The text of a column made into a checked value.
  func value<Value>(_ column: Int, _ make: (String) -> Value?) throws -> Value {
    guard let value = make(try text(column)) else { throw damage(column) }
    return value
  }

  /// The text of a column made into a checked value; nil for null.
  func optionalValue<Value>(_ column: Int, _ make: (String) -> Value?) throws -> Value? {
    isNull(column) ? nil : try value(column, make)
  }

  private func isNull(_ column: Int) -> Bool { sqlite3_column_type(raw, Int32(column)) == SQLITE_NULL }

  private func damage(_ column: Int) -> Refusal { damaged("\(statement.name), kolom \(column + 1)") }
}
