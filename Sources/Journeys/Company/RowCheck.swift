internal import CompetencyCore

/// Reads rows column by column; what is wrong is noted with file, line and column, and the next row is read all the same.
struct RowCheck {
  private let table: CSVTable
  private(set) var problems: [Problem] = []
  private var seen: [String: Set<String>] = [:]
  private var row: CSVTable.Row?

  init(_ bytes: [UInt8], file: String, required: [String], optional: [String]) {
    table = CSVTable(bytes, file: file, required: required, optional: optional, noting: &problems)
  }

  mutating func eachRow(_ body: (inout RowCheck) -> Void) {
    for row in table.rows {
      self.row = row
      body(&self)
    }
  }

  /// The text of a column.
  func text(_ column: String) -> String { row?[column] ?? "" }

  /// The value of a column that every row must have.
  mutating func needed<Value>(_ column: String, _ expected: String, _ make: (String) -> Value?) -> Value? {
    guard !text(column).isEmpty else {
      note(.csv_empty_value, column, ["expected": expected])
      return nil
    }
    return optional(column, expected, make)
  }

  /// The value of a column that may be empty.
  mutating func optional<Value>(_ column: String, _ expected: String, _ make: (String) -> Value?) -> Value? {
    guard !text(column).isEmpty else { return nil }
    if let value = make(text(column)) { return value }
    refuse(column, expected: expected)
    return nil
  }

  /// The id of a column that must stand in another file or be known already.
  mutating func reference<ID: Hashable>(_ column: String, in file: String, among known: Set<ID>, _ make: (String) -> ID?) -> ID? {
    guard let id = optional(column, "id", make) else { return nil }
    if known.contains(id) { return id }
    refuseReference(column, in: file)
    return nil
  }

  /// The name in its three columns.
  mutating func name() -> PersonName {
    PersonName(
      given: needed("roepnaam", "name") { $0 } ?? "", prefix: text("tussenvoegsel"),
      family: needed("achternaam", "name") { $0 } ?? "")
  }

  /// Whether this is the first row with this key; a second one is noted.
  mutating func once(_ column: String, _ key: String) -> Bool {
    // Keys are compared by bytes, so that an e with and without a combining mark stay two.
    let isFirst = seen[column, default: []].insert(key.utf8.map { String($0, radix: 16) }.joined(separator: " ")).inserted
    if !isFirst { note(.csv_double_row, column, ["value": text(column)]) }
    return isFirst
  }

  /// Whether this is the first row with this value, or the value is empty.
  mutating func onceUnlessEmpty(_ column: String) -> Bool { text(column).isEmpty || once(column, text(column)) }

  mutating func refuse(_ column: String, expected: String) {
    note(.csv_bad_value, column, ["value": text(column), "expected": expected])
  }

  mutating func refuseReference(_ column: String, in file: String) {
    note(.csv_unknown_reference, column, ["value": text(column), "reference": file])
  }

  /// A number that may be a BSN is refused without repeating it.
  mutating func refuseCitizenNumber(_ column: String) {
    if CitizenNumber.isWhole(text(column)) { note(.bsn_refused, column, ["kind": column == "studentnummer" ? "row" : "own_row"]) }
  }

  private mutating func note(_ code: ProblemCode, _ column: String, _ values: [String: String]) {
    let values = values.merging(["column": column]) { given, _ in given }
    problems.append(Problem(code, at: SourcePlace(file: table.file, line: row?.line, path: column), values: values))
  }
}
