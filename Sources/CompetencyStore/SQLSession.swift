internal import CompetencyCore
internal import Foundation
internal import GRDB

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

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .bytes(let bytes): Foundation.Data(bytes).databaseValue
    case .null: .null
    }
  }
}

/// Runs statements within one transaction; nothing suspends in it.
struct SQLSession {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Runs a statement that gives no rows. `$1` is the first value, in the order in which the text first names them.
  func run(_ statement: SQLStatement, _ values: [SQLValue]) throws {
    let prepared = try database.cachedStatement(sql: statement.sql)
    prepared.setUncheckedArguments(StatementArguments(values.map(\.databaseValue)))
    try prepared.execute()
  }

  /// The rows of a statement, each made into a value.
  func rows<Value>(_ statement: SQLStatement, _ values: [SQLValue] = [], _ make: (SQLRow) throws -> Value) throws -> [Value] {
    let prepared = try database.cachedStatement(sql: statement.sql)
    let cursor = try Row.fetchCursor(prepared, arguments: StatementArguments(values.map(\.databaseValue)))
    var result: [Value] = []
    while let row = try cursor.next() { result.append(try make(SQLRow(row, of: statement))) }
    return result
  }
}

/// One row of a statement, read column by column; what this program could not have written is damage.
struct SQLRow {
  private let row: Row
  private let statement: SQLStatement

  fileprivate init(_ row: Row, of statement: SQLStatement) { (self.row, self.statement) = (row, statement) }

  func text(_ column: Int) throws -> String {
    guard let text = String.fromDatabaseValue(row[column]) else { throw damage(column) }
    return text
  }

  func bytes(_ column: Int) throws -> [UInt8] {
    guard let bytes = Foundation.Data.fromDatabaseValue(row[column]) else { throw damage(column) }
    return Array(bytes)
  }

  func optionalText(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }

  func integer(_ column: Int) throws -> Int {
    guard let number = Int.fromDatabaseValue(row[column]) else { throw damage(column) }
    return number
  }

  func optionalInteger(_ column: Int) throws -> Int? { isNull(column) ? nil : try integer(column) }

  func flag(_ column: Int) throws -> Bool { try integer(column) == 1 }

  /// The text of a column made into a checked value.
  func value<Value>(_ column: Int, _ make: (String) -> Value?) throws -> Value {
    guard let value = make(try text(column)) else { throw damage(column) }
    return value
  }

  /// The text of a column made into a checked value; nil for null.
  func optionalValue<Value>(_ column: Int, _ make: (String) -> Value?) throws -> Value? {
    isNull(column) ? nil : try value(column, make)
  }

  private func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }

  private func damage(_ column: Int) -> Refusal { damaged("\(statement.rawValue), kolom \(column + 1)") }
}
