import CLibXML2
import CompetencyCore

/// Gives each row and cell of SpreadsheetML 2003 its true number, and each cell the heading of its column.
///
/// Excel leaves empty cells out and then writes a number (`ss:Index`) on the next; a cell may also cover several columns.
/// XPath can count what is written, and not what is left out, so the counting is done before.
struct TablePreparation {
  /// The prefix that dialects use for what is added: `@tabel:kolom`, `@tabel:rij`, `@tabel:kop`.
  static let prefix = "tabel"
  /// The namespace of what is added.
  static let namespace = "urn:vakmatrix:tabel:1"
  /// The namespace of SpreadsheetML 2003.
  static let spreadsheet = "urn:schemas-microsoft-com:office:spreadsheet"
  /// The most rows and columns that a number may say.
  static let most = 1_048_576

  private let headingRow: Int
  private let space: xmlNsPtr
  /// The headings with the columns that they cover, by column.
  private var headings: [(columns: ClosedRange<Int>, text: String)] = []

  /// Prepares every sheet of a workbook; anything else stays as it is.
  static func prepare(_ root: TreeElement, headingRow: Int) {
    guard isWorkbook(root), let space = ownSpace(root) else { return }
    for sheet in root.children("Worksheet") {
      for table in sheet.children("Table") {
        var preparation = TablePreparation(headingRow: headingRow, space: space)
        preparation.number(table)
      }
    }
  }

  /// Whether a root is that of SpreadsheetML 2003.
  static func isWorkbook(_ root: TreeElement) -> Bool {
    root.isNamed("Workbook") && root.namespace.map { sameScalars($0, spreadsheet) } ?? false
  }

  private init(headingRow: Int, space: xmlNsPtr) { (self.headingRow, self.space) = (headingRow, space) }

  private mutating func number(_ table: TreeElement) {
    var next = 1
    for row in table.children("Row") {
      let number = Self.index(of: row) ?? next
      set("rij", String(number), row)
      take(row, number: number)
      next = min(number, Self.most) + 1 + (Self.whole(row, "Span") ?? 0)
    }
  }

  private mutating func take(_ row: TreeElement, number: Int) {
    var next = 1
    for cell in row.children("Cell") {
      let column = Self.index(of: cell) ?? next
      let last = min(column + (Self.whole(cell, "MergeAcross") ?? 0), Self.most)
      set("rij", String(number), cell)
      set("kolom", String(column), cell)
      if number == headingRow { headings.append((column...max(column, last), collapsed(XPathRun.text(of: cell.node)))) }
      set("kop", number > headingRow ? heading(of: column) : nil, cell)
      next = max(column, last) + 1
    }
    if number == headingRow { headings.sort { $0.columns.lowerBound < $1.columns.lowerBound } }
  }

  /// The heading over a column; nil when there is none.
  private func heading(of column: Int) -> String? {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].columns.upperBound < column { low = middle + 1 } else { high = middle }
    }
    guard low < headings.count, headings[low].columns.contains(column) else { return nil }
    return headings[low].text
  }

  private func set(_ name: String, _ value: String?, _ element: TreeElement) {
    if let value { xmlSetNsProp(element.node, space, name, value) } else { xmlUnsetNsProp(element.node, space, name) }
  }

  private static func ownSpace(_ root: TreeElement) -> xmlNsPtr? {
    xmlSearchNsByHref(root.node.pointee.doc, root.node, namespace) ?? xmlNewNs(root.node, namespace, "vakmatrix.tabel")
  }

  /// The number that Excel writes on a row or cell after what it left out; it counts from 1.
  static func index(of element: TreeElement) -> Int? { whole(element, "Index").flatMap { $0 > 0 ? $0 : nil } }

  /// A number that Excel writes; nil when it is not there, or no number that a sheet has.
  static func whole(_ element: TreeElement, _ name: StaticString) -> Int? {
    for attribute in element.attributes where xmlStrEqual(attribute.node.pointee.name, name.utf8Start) != 0 {
      guard let space = attribute.node.pointee.ns, xmlStrEqual(space.pointee.href, spreadsheet) != 0 else { continue }
      return Int(collapsed(attribute.value)).flatMap { (0...most).contains($0) ? $0 : nil }
    }
    return nil
  }
}
