import Foundation
import Testing

/// An export holds every table and every column, and explains each.
@Suite struct ExportContentTests {
  @Test func `every column of every table goes out with its value`() throws {
    let desk = try Desk(.company)
    let marks = try Self.fill(desk)
    try desk.run("export uit")
    let files = try desk.files(of: "uit")

    #expect(marks.count > 30)
    for (table, columns) in marks {
      let lines = (files[table + ".jsonl"] ?? Data()).split(separator: 0x0A)
      let rows = try lines.map { try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any]) }
      for row in rows { #expect(Set(row.keys) == Set(columns.keys), "\(table)") }
      // The row that was put in is there, with each value.
      let isWhole = rows.contains { row in
        columns.allSatisfy { column, mark in
          switch (row[column], mark) {
          case (let number as Int, .number(let mark)): number == mark
          case (let text as String, .text(let mark)): text == mark
          case (let piece as [String: Any], .bytes(let mark)): files[piece["file"] as? String ?? ""] == Data(mark.utf8)
          default: false
          }
        }
      }
      #expect(isWhole || table == "schema_version", "\(table)")
    }
    #expect(Set(files.keys.filter { $0.hasSuffix(".jsonl") }) == Set(marks.keys.map { $0 + ".jsonl" }))
  }

  @Test func `the README of an export explains every table and every column, in both languages`() throws {
    let desk = try Desk(.company)
    try desk.run("export uit")
    let readme = String(decoding: try desk.read("uit/README.txt"), as: UTF8.self)
    try expectExplained(try desk.columns(), in: readme)
    // Whoever holds the folder must know what is in it.
    #expect(readme.contains("LET OP.") && readme.contains("CAREFUL."))
    try desk.run("export uit-en --lang en")
    #expect(try desk.files(of: "uit-en") == desk.files(of: "uit"))
  }

  @Test func `the manifest names every file with its rows and its digest, and no moment`() throws {
    let desk = try Desk(.samples)
    try desk.run("export uit")
    let manifest = try JSONDecoder().decode(Manifest.self, from: desk.read("uit/manifest.json"))
    #expect(manifest.schema == "vakmatrix/export-manifest/1" && manifest.format == 1)
    let files = try desk.files(of: "uit").filter { $0.key.hasSuffix(".jsonl") }
    #expect(Set(manifest.files.map(\.file)) == Set(files.keys))
    for file in manifest.files {
      #expect(files[file.file]?.count { $0 == 0x0A } == file.rows)
      #expect(try desk.tool("sha256sum", "uit/" + file.file).text.hasPrefix(file.sha256 + " "))
    }
    try desk.run("export weer")
    #expect(try desk.files(of: "weer") == desk.files(of: "uit"))
  }

  @Test func `what goes out is for its owner alone`() throws {
    let desk = try Desk(.samples)
    try desk.run("export uit")
    let wide = try desk.tool("find", "uit", "-perm", "/077").text
    #expect(wide.isEmpty, "\(wide)")
  }

  @Test func `programs read what was done, and quiet says nothing`() throws {
    let desk = try Desk(.samples)
    let export = try desk.run("export uit --json").document(Counts.self)
    let trial = try desk.run("restore uit --database terug.sqlite --dry-run --json").document(Counts.self)
    #expect(try !desk.names().contains("terug.sqlite"))
    let restore = try desk.run("restore uit --database terug.sqlite --json").document(Counts.self)
    #expect(export.schema == "vakmatrix/export/1" && restore.schema == "vakmatrix/restore/1")
    #expect(export.messages == 35 && export.rows > 3000)
    for other in [trial, restore] {
      #expect(other.rows == export.rows && other.messages == export.messages && other.tables == export.tables)
      #expect(other.lastBooking == "b-0002")
    }
    #expect(trial.dryRun == true && restore.dryRun == false)
    #expect(try desk.run("export stil --quiet").bytes.isEmpty)
    #expect(try desk.run("restore stil --database stil.sqlite --quiet").bytes.isEmpty)
  }

  @Test func `who exports is warned that everything is in it`() throws {
    let desk = try Desk(.samples)
    #expect(try desk.run("export uit").text.contains("ook de woorden van gesprekken en wat nog verzegeld is"))
    #expect(try desk.run("exporteer anders --lang en").text.contains("the words of conversations and what is still sealed too"))
    #expect(try desk.run("herstel anders --database terug.sqlite").text.contains("vakmatrix doctor"))
  }

  private struct Manifest: Decodable {
    struct File: Decodable {
      let file, sha256: String
      let rows: Int
    }
    let schema: String
    let format: Int
    let files: [File]
  }

  private struct Counts: Decodable {
    let schema: String
    let tables, rows, messages: Int
    let lastBooking: String?
    let dryRun: Bool?
  }

  private enum Mark { case number(Int), text(String), bytes(String) }

  /// Puts a row in every table with a value of its own in every column; what the values mean does not matter.
  private static func fill(_ desk: Desk) throws -> [String: [String: Mark]] {
    var marks: [String: [String: Mark]] = [:]
    var statements = ["pragma ignore_check_constraints = on"]
    let columns = try desk.columns().map { $0.split(separator: " ").flatMap { $0.split(separator: ".") }.map(String.init) }
    for table in Set(columns.map { $0[0] }).sorted() {
      var values: [String] = []
      for (number, column) in columns.enumerated() where column[0] == table {
        let name = table + "." + column[1]
        let (mark, sql): (Mark, String) =
          switch column[2] {
          case "text": (.text(name), "'\(name)'")
          case "bytea": (.bytes(name), "cast('\(name)' as blob)")
          default: (.number(100_000 + number), "\(100_000 + number)")
          }
        marks[table, default: [:]][column[1]] = mark
        values.append(sql)
      }
      // A version that this program does not know would be refused.
      if table != "schema_version" { statements.append("insert into \(table) values (\(values.joined(separator: ", ")))") }
    }
    let outcome = try desk.tool("sqlite3", Desk.databaseName, statements.joined(separator: "; "))
    #expect(outcome.exit == 0, "\(outcome.errorText)")
    return marks
  }
}

/// Each table and each column has a sentence in each half of the README.
func expectExplained(_ columns: [String], in readme: String, _ location: SourceLocation = #_sourceLocation) throws {
  #expect(!readme.contains("[export."), "a table or a column has no text", sourceLocation: location)
  let halves = readme.components(separatedBy: "Vakmatrix: everything as text")
  #expect(halves.count == 2 && columns.count > 100, sourceLocation: location)
  for half in halves {
    let parts = Dictionary(
      half.components(separatedBy: "\n\n").compactMap { part in
        part.split(separator: "\n").first.map { (String($0), part) }
      }, uniquingKeysWith: { first, _ in first })
    for column in columns {
      let names = column.split(separator: " ")[0].split(separator: ".")
      let part = parts[names[0] + ".jsonl"] ?? ""
      #expect(part.contains(try Regex("\n  - \(names[1]) \\([^)]+\\): .{3}")), "\(column)", sourceLocation: location)
    }
  }
}
