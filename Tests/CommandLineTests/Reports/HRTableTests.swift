import Foundation
import Testing

@Suite struct HRTableTests {
  @Test func `the table opens right in Dutch Excel`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr --as-of 2026-11-20 -o hr.csv")
    let bytes = try desk.read("hr.csv")
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)

    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(!text.unicodeScalars.contains("\u{FEFF}"))
    #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 36)
    #expect(text.components(separatedBy: "\r\n").joined().unicodeScalars.allSatisfy { $0 != "\n" && $0 != "\r" })
    #expect(text.hasSuffix("\r\n"))
    #expect(try desk.run("report hr --as-of 2026-11-20 -o -").bytes == bytes)
  }

  @Test func `it has exactly these columns in this order`() throws {
    let table = try HRTable(of: Desk(.samples))
    #expect(
      table.columns.joined(separator: " ") == """
        personeelsnummer roepnaam tussenvoegsel achternaam team leidinggevende werkplekbegeleider opleiding leerweg school \
        startdatum verwachte_einddatum status peildatum peilweek taken_in_profiel taken_aangeleerd taken_beheerst \
        deel_beheerst gepland_beheerst verschil_met_plan taken_verouderd laatste_gesprek volgend_gesprek \
        gesprekken_12_maanden afspraken_open afspraken_te_laat
        """)
    #expect(table.rows.count == 35)
    #expect(table.rows.allSatisfy { $0.count == 27 })
  }

  @Test func `Sanne's row says what the samples say`() throws {
    let sanne = try #require(try HRTable(of: Desk(.samples)).row(number: "00412"))
    #expect(
      sanne.joined(separator: ";") == """
        00412;Sanne;de;Wit;Werkplaats Noord;Ineke Bos;Mo Haddou;Constructiewerker niveau 3;bbl;ROC Delta;01-09-2025;31-07-2027;\
        lopend;20-11-2026;2026-W47;36;8;16;0,44;16;0;1;28-09-2026;18-12-2026;5;2;0
        """)
  }

  @Test func `what is counted now is what the matrix of the last booking says, whatever was done`() throws {
    let desk = try Desk(.samples)
    let steps = [
      "matrix set sanne LAS-02=beheerst LAS-05=aangeleerd --on 2026-11-20 --by mo",
      "matrix set daan LAS-02=aangeleerd --reason \"Een naad viel uit\" --on 2026-11-19 --by mo",
      "matrix set daan LAS-02=beheerst --on 2026-11-20 --by mo", "matrix set lisa LAS-04=kan_hier_niet --on 2026-11-20 --by mo",
      "undo b-0002", "undo b-0007", "trainee edit sanne --profile onderhoud-2",
    ]
    for step in steps {
      try desk.run(step)
      for day in ["2026-11-20", "2026-03-01"] {
        let now = try desk.run("report hr --json --as-of \(day)").text
        let last = try #require(try desk.run("log --json").text.firstMatch(of: /"(b-\d{4})"/)?.1)
        let known = try desk.run("report hr --json --as-of \(day) --known-on \(last)").text
        #expect(known.replacing("\"knownOn\":\"\(last)\"", with: "\"knownOn\":null") == now, "after \(step)")
      }
    }
  }

  @Test func `decimals have a comma and days stand in figures`() throws {
    let table = try HRTable(of: Desk(.samples))
    for row in table.rows {
      let cells = Dictionary(uniqueKeysWithValues: zip(table.columns, row))
      #expect(cells["deel_beheerst"]?.wholeMatch(of: /[01],\d\d/) != nil)
      #expect(cells["startdatum"]?.wholeMatch(of: /\d\d-\d\d-\d{4}/) != nil)
      #expect(cells["verschil_met_plan"]?.wholeMatch(of: /-?\d+/) != nil)
    }
  }

  @Test func `a name that begins like a formula is neutral, whatever stands after it`() throws {
    let hostile = [
      "=1+1", "+31612345678", "-2+3", "@SUM(A1)", "=\u{0308}cmd", "+\u{0301}1", "-\u{20E3}", "@\u{FE0F}", "＝1+1", "＋1", "－1",
      "＠A1",
      "=HYPERLINK(\"\"http://example.org\"\")",
    ]
    let desk = try Desk()
    try desk.copyCompany(to: "hostile", changing: "trainees.csv") { text in
      var lines = text.components(separatedBy: "\n")
      for (index, name) in hostile.enumerated() {
        var cells = lines[index + 1].components(separatedBy: ";")
        cells[1] = "\"\(name)\""
        cells[3] = "\"\(name)\""
        cells[14] = "\"\(name)\""
        lines[index + 1] = cells.joined(separator: ";")
      }
      return lines.joined(separator: "\n")
    }
    try desk.run("setup hostile")

    let table = try HRTable(of: desk)

    let dangerous: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    for row in table.rows {
      for (column, cell) in zip(table.columns, row) where column != "verschil_met_plan" {
        #expect(!dangerous.contains(cell.unicodeScalars.first ?? " "), "\(column): \(cell)")
      }
    }
    for name in hostile {
      let neutral = "'" + name.replacing("\"\"", with: "\"")
      #expect(table.rows.contains { $0[1].utf8.elementsEqual(neutral.utf8) && $0[3].utf8.elementsEqual(neutral.utf8) }, "\(name)")
    }
  }
}

/// The table as a spreadsheet reads it.
private struct HRTable {
  let columns: [String]
  let rows: [[String]]

  init(of desk: Desk) throws {
    let text = String(decoding: try desk.run("report hr --as-of 2026-11-20").bytes.dropFirst(3), as: UTF8.self)
    let all = Self.cells(of: text)
    (columns, rows) = (all[0], Array(all.dropFirst()))
  }

  func row(number: String) -> [String]? { rows.first { $0[0] == number } }

  private static func cells(of text: String) -> [[String]] {
    var table = [[String]]()
    var (row, cell, isQuoted) = ([String](), String.UnicodeScalarView(), false)
    for scalar in text.unicodeScalars {
      switch scalar {
      // A doubled quote closes and opens again: it stands for one.
      case "\"":
        isQuoted.toggle()
        if isQuoted, !cell.isEmpty { cell.append(scalar) }
      case ";" where !isQuoted, "\n" where !isQuoted:
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" {
          table.append(row)
          row = []
        }
      case "\r" where !isQuoted: break
      default: cell.append(scalar)
      }
    }
    return table
  }
}
