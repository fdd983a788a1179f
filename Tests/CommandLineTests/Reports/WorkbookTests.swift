import Foundation
import Testing

/// The workbook for HR, as readers see it that others wrote: openpyxl and LibreOffice.
@Suite struct WorkbookTests {
  @Test func `it has 27 columns, in which days are days, numbers are numbers and 00412 is text`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr --as-of 2026-11-20 -o hr.xlsx")
    let book = try Self.read("hr.xlsx", at: desk)

    #expect(book.sheets.map(\.name) == ["overzicht", "velden", "verantwoording"])
    #expect(book.sheets.allSatisfy { $0.frozen == "A2" && $0.merged == 0 })
    let overview = book.sheets[0]
    #expect(overview.filter == "A1:AA36")
    #expect(overview.rows.count == 36 && overview.rows.allSatisfy { $0.count == 27 })
    let heads = overview.rows[0].map(\.text)
    #expect(heads.first == "personeelsnummer" && heads.last == "afspraken_te_laat")
    let sanne = try #require(overview.rows.first { $0[0].text == "00412" })
    let cells = Dictionary(uniqueKeysWithValues: zip(heads, sanne))
    #expect(cells["personeelsnummer"]?.kind == "s")
    for day in ["startdatum", "verwachte_einddatum", "peildatum", "laatste_gesprek", "volgend_gesprek"] {
      #expect(cells[day]?.kind == "d" && cells[day]?.format == "d-m-yyyy", "\(day)")
    }
    #expect(cells["peildatum"]?.text == "2026-11-20 00:00:00")
    #expect(cells["peilweek"]?.text == "2026-W47")
    #expect(
      cells["deel_beheerst"]?.kind == "n" && cells["deel_beheerst"]?.format == "0%" && cells["deel_beheerst"]?.text == "0.44")
    #expect(cells["verschil_met_plan"]?.kind == "n")
    #expect(overview.rows.joined().allSatisfy { $0.kind != "f" })
  }

  @Test func `each column is explained, and it says where the numbers come from and what is not in them`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr --as-of 2026-11-20 --by karin -o hr.xlsx")
    let book = try Self.read("hr.xlsx", at: desk)

    #expect(book.sheets[1].rows.dropFirst().map { $0[0].text } == book.sheets[0].rows[0].map(\.text))
    #expect(book.sheets[1].rows.allSatisfy { !$0[1].text.isEmpty && !$0[1].text.hasPrefix("[") })
    let account = book.sheets[2].rows.map { $0[0].text + ": " + $0[1].text }
    #expect(account.contains("gemaakt voor: Karin Smit") && account.contains("mensen: 35"))
    #expect(account.contains { $0.hasPrefix("zit er niet in: gesprekstekst") })
  }

  @Test func `the same data give the same bytes, wherever the clock stands`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr --as-of 2026-11-20 -o one.xlsx", environment: ["TZ": "Pacific/Auckland"])
    try desk.run("report hr --as-of 2026-11-20 -o two.xlsx", environment: ["TZ": "America/Los_Angeles"])
    #expect(try desk.read("one.xlsx") == desk.read("two.xlsx"))
  }

  @Test func `it and the table agree cell by cell, when the apostrophe before a formula is taken off`() throws {
    let desk = try HostileCompany.desk()
    let table = try Self.table(of: desk)
    let rows = try Self.read("hr.xlsx", at: desk).sheets[0].rows

    #expect(rows.count == table.count)
    for (row, record) in zip(rows, table) {
      for (cell, field) in zip(row, record) { expectSame([cell.inTable], [CSVRecords.unguarded(field)], "\(row[0].text)") }
    }
  }

  @Test func `five hundred hostile names come back equal to the code point, and no cell is a formula`() throws {
    let desk = try HostileCompany.desk()
    try desk.run("report hr --as-of 2026-11-20 -o hr.xlsx")
    let rows = try Self.read("hr.xlsx", at: desk).sheets[0].rows
    let names = rows.dropFirst().filter { $0[4].text == "Proef" }

    expectSame(names.map { $0[1].text }, HostileStrings.all, "roepnaam")
    expectSame(names.map { $0[3].text }, HostileStrings.all, "achternaam")
    #expect(rows.joined().allSatisfy { $0.kind != "f" })
  }

  @Test func `a name that looks like a sign of a workbook stays a name`() throws {
    let desk = try Desk()
    let names = ["_x0041_", "_x005F_", "_x000D_n", "__x0041_", "_x41_", "x_"]
    let rows = names.enumerated().map { "s-\($0);\($1);\($1);Proef;constructie-2;mo;ineke;;;2026-01-05" }
    try desk.copyCompany(to: "bedrijf")
    try desk.write(
      "bedrijf/trainees.csv",
      "id;roepnaam;achternaam;team;profiel;begeleider;leidinggevende;school;studentnummer;start\n" + rows.joined(separator: "\n"))
    try desk.run("setup bedrijf")
    try desk.run("report hr -o hr.xlsx")
    expectSame(try Self.read("hr.xlsx", at: desk).sheets[0].rows.dropFirst().map { $0[1].text }, names, "roepnaam")
  }

  @Test func `what a workbook cannot hold is refused where it enters`() throws {
    let desk = try Desk()
    for sign in ["\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] {
      try desk.copyCompany(to: "bedrijf", changing: "trainees.csv") { $0.replacing("Sanne", with: "San\(sign)ne") }
      let refused = try desk.run("setup bedrijf", exit: 65)
      #expect(refused.errorText.contains("trainees.csv, regel"), "\(refused.errorText)")
    }
  }

  @Test func `LibreOffice opens it and reads the same values`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr --as-of 2026-11-20 -o hr.xlsx")
    let made = try desk.tool(
      "soffice", "-env:UserInstallation=file://\(desk.folder.path)/office", "--headless", "--convert-to",
      "csv:Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true,true", "hr.xlsx")
    #expect(made.exit == 0, "\(made.errorText)")
    let text = String(decoding: try desk.read("hr.csv"), as: UTF8.self)
    let rows = CSVRecords.read(text.unicodeScalars)
    let table = try Self.table(of: desk)

    #expect(rows.count == table.count)
    for (row, record) in zip(rows, table) {
      for (place, (cell, field)) in zip(row, record).enumerated() {
        #expect(Self.asShown(field, place) == cell, "\(table[0][place]) of \(record[0])")
      }
    }
  }

  /// A field of our table as a spreadsheet shows it: days without zeros in front, shares as percents.
  private static func asShown(_ field: String, _ column: Int) -> String {
    if let day = field.wholeMatch(of: /0?(\d+)-0?(\d+)-(\d{4})/) { return "\(day.1)-\(day.2)-\(day.3)" }
    if let share = field.wholeMatch(of: /([01]),(\d\d)/), let percents = Int(share.1 + share.2) { return "\(percents)%" }
    return field
  }

  private static func table(of desk: Desk) throws -> [[String]] {
    try desk.run("report hr --as-of 2026-11-20 -o hr.xlsx")
    let bytes = try desk.run("report hr --as-of 2026-11-20 --format csv").bytes
    return CSVRecords.read(String(decoding: bytes.dropFirst(3), as: UTF8.self).unicodeScalars)
  }

  private static func read(_ file: String, at desk: Desk) throws -> ReadBook {
    let read = try desk.tool("/usr/bin/python3", "-I", "-c", ReadBook.reader, file)
    #expect(read.exit == 0, "\(read.errorText)")
    return try read.document()
  }
}
