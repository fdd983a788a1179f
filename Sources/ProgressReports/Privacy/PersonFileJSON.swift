public import CompetencyCore
public import Wording

extension PersonFile {
  /// The file for programs: every row with its columns by the names that they have in the database and in an export.
  public func json(_ texts: Texts) -> JSONValue {
    [
      "schema": "vakmatrix/person/1", "trainee": .string(trainee.id.text), "name": .string(trainee.name.full),
      "madeOn": .string(madeOn.iso), "restricted": .bool(isRestricted), "origins": .array(origins.map { .string($0) }),
      "recipients": .array(
        recipients.map { ["name": .string($0.name), "roles": .array($0.roles.map { .string($0.rawValue) })] }),
      "withheld": .int(withheld),
      "kinds": .array(
        DataKind.allCases.filter { kind in tables.contains { $0.kind == kind } }.map { kind in
          let told = { (part: String) in JSONValue.string(texts.say("privacy.kind.\(kind.rawValue).\(part)")) }
          return [
            "kind": .string(kind.rawValue), "name": told("name"), "purpose": told("purpose"), "ground": told("ground"),
            "term": told("term"), "origin": told("origin"),
          ]
        }),
      "tables": .array(tables.map(Self.document)),
    ]
  }

  private static func document(_ table: Table) -> JSONValue {
    [
      "table": .string(table.name), "kind": .string(table.kind.rawValue),
      "rows": .array(
        table.rows.map { row in
          let values = row.values.map { column, value -> (key: String, value: JSONValue) in
            switch value {
            case .text(let text): (column, .string(text))
            case .integer(let number): (column, .int(number))
            }
          }
          return [
            "booking": row.booking.map { .string($0.description) } ?? .null, "values": .object(values),
            "words": .array(row.words.map { ["kind": .string($0.kind), "text": .string($0.body)] }),
          ]
        }),
    ]
  }
}
