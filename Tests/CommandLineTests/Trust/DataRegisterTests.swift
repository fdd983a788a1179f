import CompetencyCore
import CompetencyStore
import Foundation
import GRDB
import Testing
import Wording

/// No column is kept of which nobody knows why, and none that access and erasure leave out.
@Suite struct DataRegisterTests {
  @Test func `each column of each table has a purpose, a ground, a term and a fate when somebody is erased`() throws {
    let desk = try Desk(.company)
    let columns = try Self.columns(of: desk)
    let parts = ["name", "purpose", "ground", "term", "origin", "recipients"]
    let texts = try [Texts(.nl), Texts(.en)]
    #expect(columns.count > 300)
    for (table, column) in columns {
      let kind = DataRegister.kind(of: table)
      #expect(kind != nil, "\(table) is in no kind of data")
      #expect(DataRegister.use(of: column, in: table) != nil, "\(table).\(column) has no use")
      for texts in texts {
        for part in parts { #expect(texts.has("privacy.kind.\(kind?.rawValue ?? "").\(part)"), "\(table): \(part)") }
        let known = texts.has("export.column.\(column)") || texts.has("export.column.\(table).\(column)")
        #expect(known && texts.has("export.table.\(table)"), "\(table).\(column) is not explained")
      }
    }
  }

  @Test func `a column that a later version adds is missed`() throws {
    #expect(DataRegister.use(of: "shoe_size", in: "trainee_version") == nil)
    #expect(DataRegister.kind(of: "trainee_photo") == nil)
  }

  /// A mark in every column of the trainee's own rows that a person's data can stand in.
  @Test func `what stands in any column about a trainee is in the access file, and gone after the erasure`() throws {
    let desk = try FullDesk.make()
    let marks = try Self.mark(desk, who: "t-014")
    #expect(Set(marks.map(\.use)) == [.identity, .words, .text, .participant, .digest, .bytes, .secret])

    let file = String(decoding: try desk.run("privacy access t-014 --json").bytes, as: UTF8.self)
    for mark in marks where [.identity, .words, .text, .participant].contains(mark.use) && !mark.isOthers {
      #expect(file.contains(mark.text), "\(mark.place) is not in the access file")
    }
    try desk.run("privacy erase t-014")

    let files = ["", "-wal"].map { Desk.databaseName + $0 }.filter(desk.has)
    let bytes = try files.map(desk.read)
    for mark in marks { for bytes in bytes { #expect(bytes.range(of: Data(mark.text.utf8)) == nil, "\(mark.place)") } }
    for bytes in bytes { #expect(bytes.range(of: Data("t-014".utf8)) == nil) }
    // What was counted is there still, under a made-up name.
    #expect(try desk.run("trainee list --all").text.contains("gewist-2  Gewist 2"))
  }

  private struct Mark {
    let place, text: String
    let use: DataRegister.Use
    /// Whether it is the other side's own note, which the access file leaves out and counts.
    var isOthers = false
  }

  private static func columns(of desk: Desk) throws -> [(table: String, column: String)] {
    let sql = """
      select m.name || ' ' || c.name from sqlite_master m, pragma_table_info(m.name) c
      where m.type = 'table' and m.name not like 'sqlite!_%' escape '!' order by m.name, c.cid
      """
    return try desk.tool("sqlite3", Desk.databaseName, sql).text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ").map(String.init)
      return (parts[0], parts[1])
    }
  }

  /// Writes a mark into every column of the trainee's own rows, past the program.
  private static func mark(_ desk: Desk, who: String) throws -> [Mark] {
    let columns = try columns(of: desk)
    let queue = try DatabaseQueue(path: desk.url(Desk.databaseName).path)
    var marks: [Mark] = []
    try queue.write { database in
      try database.execute(
        sql: "insert into sign_in_secret values (?, 'pin', 'MERK-hash', 0, null)", arguments: [who])
      marks.append(Mark(place: "sign_in_secret.hash", text: "MERK-hash", use: .secret))
      let own = "select booking, ordinal from form_reading where trainee_id = '\(who)'"
      for (table, column) in columns {
        guard let use = DataRegister.use(of: column, in: table) else { continue }
        let names = Set(columns.filter { $0.table == table }.map(\.column))
        let those: String
        if names.contains("trainee_id") {
          those = "trainee_id = '\(who)'"
        } else if names.isSuperset(of: ["booking", "ordinal"]), table.hasPrefix("reading_") {
          those = "(booking, ordinal) in (\(own))"
        } else if table == "form_arrival" {
          those = "(reading_booking, reading_ordinal) in (\(own))"
        } else if table == "written_text" {
          those = "(booking, ordinal) in (\(own) union \(Self.facts(columns, who)))"
        } else {
          continue
        }
        let mark = "MERK-\(table)-\(column)"
        switch use {
        case .identity: try database.execute(sql: "update \(table) set \(column) = ? where \(those)", arguments: [mark])
        case .words:
          try database.execute(sql: "update \(table) set \(column) = ? || rowid || '.' where \(those)", arguments: [mark + "-"])
        case .text where ["form_id", "file_name", "agreement_id", "follows", "task_name_written", "source_path"].contains(column):
          // Names and numbers in it go, all else stays.
          try database.execute(
            sql: "update \(table) set \(column) = \(column) || ' 0512345 \(column)' where \(those) and \(column) <> ''")
        case .digest, .participant, .bytes: break
        default: continue
        }
        guard database.changesCount > 0 || [.digest, .participant].contains(use) else { continue }
        switch use {
        case .identity: marks.append(Mark(place: "\(table).\(column)", text: mark, use: use))
        case .words:
          let sql = """
            select w.body, coalesce(a.side, '') from written_text w
            left join preparation_answer a on a.booking = w.booking and a.ordinal = w.ordinal where w.body like '\(mark)%'
            """
          for row in try Row.fetchAll(database, sql: sql) {
            marks.append(Mark(place: row[0], text: row[0], use: use, isOthers: row[1] == "begeleider"))
          }
        case .text: marks.append(Mark(place: "\(table).\(column)", text: "0512345 \(column)", use: use))
        case .digest, .participant:
          let values = try String.fetchAll(
            database, sql: "select distinct \(column) from \(table) where \(those) and \(column) is not null")
          marks += values.map { Mark(place: "\(table).\(column)", text: $0, use: use) }
        default: break
        }
      }
      marks.append(Mark(place: "message_piece.piece_bytes", text: ">0512345<", use: .bytes))
    }
    return marks
  }

  /// The facts of a trainee over all tables.
  private static func facts(_ columns: [(table: String, column: String)], _ who: String) -> String {
    let tables = columns.filter { $0.column == "trainee_id" }.map(\.table).filter { table in
      columns.contains { $0.table == table && $0.column == "ordinal" }
    }
    return tables.map { "select booking, ordinal from \($0) where trainee_id = '\(who)'" }.joined(separator: " union ")
  }
}
