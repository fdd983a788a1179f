import CLibXML2
import CompetencyCore

/// A draft for SpreadsheetML: a row of headings with the codes of tasks, and a row for each student below it.
struct TableDraft {
  private let root: TreeElement

  init(_ root: TreeElement) { self.root = root }

  /// What was found; nil when no row has the codes of two tasks.
  var parts: DraftParts? {
    for sheet in root.children("Worksheet") {
      guard let table = sheet.first("Table"), let name = sheetName(sheet) else { continue }
      let rows = cells(of: table).filter { $0.number <= TablePreparation.most }
      guard let heading = rows.first(where: { $0.cells.count(where: { DraftSigns.isCode($0.text) }) > 1 }) else { continue }
      return parts(rows.filter { $0.number > heading.number }, heading, sheet: name)
    }
    return nil
  }

  private typealias Row = (number: Int, cells: [(column: Int, text: String)])

  private func parts(_ rows: [Row], _ heading: Row, sheet: String) -> DraftParts? {
    guard let first = heading.cells.first(where: { DraftSigns.isCode($0.text) })?.column else { return nil }
    let here = "s:Worksheet[@s:Name = '\(sheet)']"
    func column(_ isRight: (String) -> Bool) -> String? {
      let columns = heading.cells.filter { $0.column < first && !$0.text.utf8.contains(Sign.apostrophe) }
      return columns.first { head in
        let values = rows.flatMap(\.cells).filter { $0.column == head.column && !$0.text.isEmpty }.map(\.text)
        return !values.isEmpty && values.contains(where: isRight)
      }.map { "s:Cell[@tabel:kop = '\($0.text)']" }
    }
    var parts = DraftParts()
    parts.namespaces = [("s", TablePreparation.spreadsheet, false)]
    (parts.root, parts.condition, parts.headingRow) = ("s:Workbook", here, heading.number)
    parts.day = column { DraftSigns.day($0) != nil } ?? ""
    parts.dayPattern = rows.flatMap(\.cells).lazy.compactMap { DraftSigns.day($0.text) }.first ?? ""
    parts.number = column(DraftSigns.isNumber) ?? ""
    parts.name = column(DraftSigns.isName) ?? ""
    let filled = parts.number.isEmpty ? "" : " and \(parts.number)"
    parts.form = "\(here)/s:Table/s:Row[@tabel:rij > \(heading.number)\(filled)]"
    parts.judgements = [
      DraftParts.Judgement(at: "s:Cell[@tabel:kolom > \(first - 1)]", task: "@tabel:kop", taskName: "", level: "s:Data", note: "")
    ]
    parts.words = DraftSigns.distinct(rows.flatMap(\.cells).filter { $0.column >= first }.map(\.text))
    return parts
  }

  private func cells(of table: TreeElement) -> [Row] {
    var next = 1
    return table.children("Row").map { row in
      let number = TablePreparation.index(of: row) ?? next
      next = number + 1 + (TablePreparation.whole(row, "Span") ?? 0)
      var column = 1
      let cells = row.children("Cell").map { cell in
        let here = TablePreparation.index(of: cell) ?? column
        column = here + 1 + (TablePreparation.whole(cell, "MergeAcross") ?? 0)
        return (here, collapsed(XPathRun.text(of: cell.node)))
      }
      return (number, cells)
    }
  }

  private func sheetName(_ sheet: TreeElement) -> String? {
    sheet.attributes.first { $0.name.utf8.elementsEqual("Name".utf8) }.map(\.value)
      .flatMap { $0.utf8.contains(Sign.apostrophe) ? nil : $0 }
  }
}
