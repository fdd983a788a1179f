/// A table of the database as it goes out and comes in as plain text; what it says is asked of the database itself, so that
/// no table and no column of a later version is forgotten.
public struct PlainTable: Sendable {
  /// A column of the table.
  public struct Column: Sendable {
    /// What its values are.
    public enum Kind: String, Sendable { case text, integer, bytes }
    /// Its name.
    public let name: String
    /// What its values are.
    public let kind: Kind
    /// Whether each row has a value in it.
    public let isRequired: Bool
  }
  /// Its name.
  public let name: String
  /// Its columns in their order; never none.
  public let columns: [Column]
  /// The places of the columns of its primary key, in the order of the key: what the rows are ordered by.
  public let key: [Int]

  /// Reads the rows in the order of the key.
  var reading: String { reading(where: nil) }

  /// Reads those rows in the order of the key to which a condition applies.
  func reading(where condition: String?) -> String {
    let order = (key.isEmpty ? Array(columns.indices) : key).map { columns[$0].name }
    let those = condition.map { " where \($0)" } ?? ""
    return "select \(names) from \(name)\(those) order by \(order.joined(separator: ", "))"
  }

  /// Adds a row.
  var adding: String {
    "insert into \(name) (\(names)) values (\(columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))"
  }

  private var names: String { columns.map(\.name).joined(separator: ", ") }
}

/// A value of a row; text and bytes are lent until the next row.
public enum PlainValue {
  case null
  case integer(Int64)
  /// The bytes of a text in UTF-8.
  case text(UnsafeRawBufferPointer)
  case bytes(UnsafeRawBufferPointer)
}
