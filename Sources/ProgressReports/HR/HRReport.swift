public import CompetencyCore
public import Wording

/// What HR reads: one row a person, names, dates and counts; built from ``SharedProgress`` and nothing else.
public struct HRReport: Sendable {
  /// The rows in their order.
  public let rows: [SharedProgress]
  /// The day of the numbers.
  public let asOf: CalendarDate

  /// The report of these people.
  public init(_ rows: [SharedProgress], asOf: CalendarDate) { (self.rows, self.asOf) = (rows, asOf) }

  /// The table as a file of fields: for the Excel of the Netherlands by a double click, or for the rest of the world.
  public func csv(_ flavour: CSVWriter.Flavour = .dutchExcel) -> [UInt8] {
    var writer = CSVWriter(flavour)
    writer.row(HRColumn.allCases.map { .text($0.rawValue) })
    for row in rows { writer.row(HRColumn.allCases.map { $0.value(of: row) }) }
    return writer.bytes
  }

  /// The document, schema `vakmatrix/hr/1`, with the same names as the table's columns.
  public func json(knownOn: String?) -> JSONValue {
    [
      "schema": "vakmatrix/hr/1", "asOf": .date(asOf), "knownOn": .text(knownOn),
      "people": .array(
        rows.map { row in .object(HRColumn.allCases.map { (key: $0.rawValue, value: Self.json($0.value(of: row))) }) }),
    ]
  }

  private static func json(_ field: TableField) -> JSONValue {
    switch field {
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    case .decimal(let number): .decimal(number)
    case .date(let day): .date(day)
    case .empty: .null
    }
  }
}
