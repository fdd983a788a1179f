import CompetencyCore
import Wording

/// What stands in the file of a person, in words.
struct PersonFileWording {
  /// What is said of one kind of data.
  struct Kind {
    let title, purpose, ground, term, origin: String
    let tables: [Table]
  }
  /// The rows of one table.
  struct Table {
    let title: String
    let rows: [Row]
  }
  /// A row: where it comes from, and what it says.
  struct Row {
    let booking: String
    let facts: [(name: String, value: String)]
  }
  let file: PersonFile
  let texts: Texts

  var title: String { texts.say("privacy.title", ["who": file.trainee.name.full]) }
  var stand: String { texts.say("privacy.made_on", ["date": texts.date(file.madeOn)]) }
  var restricted: String? { file.isRestricted ? texts.say("privacy.is_restricted") : nil }
  var withheld: String? { file.withheld == 0 ? nil : texts.say("privacy.withheld", count: file.withheld) }
  var origins: String {
    file.origins.isEmpty ? texts.say("privacy.no_origins") : texts.say("privacy.origins", ["list": texts.list(file.origins)])
  }
  var recipients: [String] {
    file.recipients.map { texts.say("privacy.recipient", ["who": $0.name, "roles": texts.list($0.roles.map(texts.role))]) }
  }
  var rights: String { texts.say("privacy.rights") }

  var kinds: [Kind] {
    DataKind.allCases.compactMap { kind in
      let tables = file.tables.filter { $0.kind == kind }
      guard !tables.isEmpty else { return nil }
      let told = { (part: String) in texts.say("privacy.kind.\(kind.rawValue).\(part)") }
      return Kind(
        title: told("name"), purpose: told("purpose"), ground: told("ground"), term: told("term"), origin: told("origin"),
        tables: tables.map { table in
          Table(title: texts.say("export.table." + table.name), rows: table.rows.map { row($0, of: table.name) })
        })
    }
  }

  /// What a column is, by the words that an export has for it.
  private func name(of column: String, in table: String) -> String {
    let own = "export.column.\(table).\(column)"
    return texts.say(texts.has(own) ? own : "export.column." + column)
  }

  private func row(_ row: PersonFile.Row, of table: String) -> Row {
    let values = row.values.map { column, value in
      let text: String =
        switch value {
        case .text(let text): CalendarDate(iso: text).map(texts.date) ?? text
        case .integer(let number): "\(number)"
        }
      return (name: name(of: column, in: table), value: text)
    }
    let words = row.words.map { (name: texts.say("privacy.words." + $0.kind), value: $0.body) }
    return Row(booking: row.booking?.description ?? "", facts: values + words)
  }
}
