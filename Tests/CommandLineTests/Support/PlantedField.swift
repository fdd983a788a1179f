import Foundation
import Testing

/// A field of the database in which words of people are kept, and its rows.
struct PlantedField {
  struct Row: Hashable {
    let field, table, column: String
    let id: Int
    let number: Int
    /// What stands in the row so that it is known again on a page.
    var mark: String { "‹\(field)#\(number)›" }
  }

  let rows: [Row]

  /// Columns of words outside the table that keeps what people say, which is a field for each kind.
  private static let columns = [
    ("task_version", "title"), ("task_version", "task_group"), ("trainee_version", "programme"),
    ("trainee_version", "given_name"),
    ("trainee_version", "family_name"), ("person_version", "family_name"), ("profile_version", "title"),
    ("school_version", "school_name"),
  ]

  static func all(at desk: Desk) throws -> [PlantedField] {
    let kinds = try select("distinct kind from written_text order by kind", at: desk)
    return try columns.map { table, column in
      try field(table + "." + column, table, column, where: "\(column) <> ''", at: desk)
    } + kinds.map { try field($0, "written_text", "body", where: "kind = '\($0)'", at: desk) }
  }

  private static func field(
    _ name: String, _ table: String, _ column: String, where condition: String, at desk: Desk
  ) throws -> PlantedField {
    let ids = try select("rowid from \(table) where \(condition) order by rowid", at: desk).compactMap { Int($0) }
    return PlantedField(
      rows: ids.enumerated().map { Row(field: name, table: table, column: column, id: $1, number: $0) })
  }

  private static func select(_ what: String, at desk: Desk) throws -> [String] {
    try desk.tool("sqlite3", Desk.databaseName, "select \(what)").text.split(separator: "\n").map(String.init)
  }

  /// Writes texts into rows, past the program, which would let some of them in and not all.
  static func plant(_ texts: [(row: Row, text: String)], at desk: Desk) throws {
    let lines = texts.map { row, text in
      // As bytes: a quote that carries a mark is no quote to who replaces by Character.
      let bytes = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "update \(row.table) set \(row.column) = cast(x'\(bytes)' as text) where rowid = \(row.id);\n"
    }
    try desk.write("planten.sql", "begin;\n" + lines.joined() + "commit;\n")
    let outcome = try desk.tool("sqlite3", "-bail", Desk.databaseName, ".read planten.sql")
    try #require(outcome.exit == 0, "\(outcome.errorText.prefix(500))")
  }
}

extension ScriptPayloads {
  /// All payloads over these rows, as many in a row as it takes, with the row's mark before them.
  static func spread(over rows: [PlantedField.Row]) -> [(row: PlantedField.Row, text: String)] {
    rows.enumerated().map { place, row in
      let chunk = all[all.count * place / rows.count..<all.count * (place + 1) / rows.count]
      return (row, row.mark + " " + chunk.joined(separator: " ") + " .")
    }
  }
}
