internal import CompetencyCore
internal import Journeys
internal import Wording

/// The README.txt of an export: what each file and each column is, for who finds the folder and nothing else.
///
/// It is in both languages at once and of the program's own texts, so that the same data give the same bytes whoever exports.
struct ExportReadme {
  private let tables: [ExportedTable]

  init(_ tables: [ExportedTable]) { self.tables = tables }

  /// The file, in UTF-8.
  var bytes: [UInt8] {
    get throws(Refusal) {
      var lines: [String] = []
      for language in Language.allCases { lines += part(try Texts(language)) }
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
  }

  private func part(_ texts: Texts) -> [String] {
    let title = texts.say("export.readme.title")
    var lines = [title, String(repeating: "=", count: title.unicodeScalars.count), ""]
    for key in ["careful", "files", "rows", "names", "versions", "messages", "manifest", "restore"] {
      lines += [texts.say("export.readme." + key), ""]
    }
    for table in tables {
      lines.append(table.file)
      lines.append("  " + texts.say("export.table." + table.name))
      for column in table.columns {
        let kind = texts.say("export.kind." + column.kind) + (column.isRequired ? "" : texts.say("export.readme.or_null"))
        lines.append("  - \(column.name) (\(kind)): " + meaning(of: column.name, in: table.name, texts))
      }
      lines.append("")
    }
    return lines
  }

  /// The meaning of a column: its own, or the one that it has in every table.
  private func meaning(of column: String, in table: String, _ texts: Texts) -> String {
    let own = "export.column.\(table).\(column)"
    return texts.say(texts.has(own) ? own : "export.column." + column)
  }
}
