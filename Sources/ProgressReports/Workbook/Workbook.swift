internal import CXLSXWriter
import CompetencyCore
import Wording

/// A workbook for Excel and its kin (Office Open XML): sheets of one header row and rows of values, without formulas.
struct Workbook: Sendable {
  /// One sheet; its first row stays in sight, and each column can be filtered.
  struct Sheet: Sendable {
    /// The name on its tab.
    let name: String
    /// The heads of the columns.
    let columns: [Column]
    /// The rows, each with one value a column.
    let rows: [[TableField]]
  }
  /// One column.
  struct Column: Sendable {
    /// The word at its head.
    let title: String
    /// The width in characters.
    let width: Int
    /// Whether its decimals are shares, shown as percents.
    var isShare = false
  }

  /// What the workbook is called in its properties.
  let title: String
  /// The day that stands as its day of making, so that the same data give the same bytes.
  let day: CalendarDate
  /// The sheets in their order.
  let sheets: [Sheet]

  /// The file.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the library cannot make it, such as for a text over its limit of 32,767 signs.
  func bytes() throws(Refusal) -> [UInt8] {
    // The library writes to a named file only; this one has a name, but stands on no disk.
    do {
      let file = try MemoryFile()
      defer { file.close() }
      try Self.write(self, to: file.path)
      return try file.content()
    } catch {
      throw error as? Refusal ?? Self.failure("\(error)")
    }
  }

  private static func write(_ workbook: Workbook, to path: String) throws(Refusal) {
    guard let book = workbook_new(path) else { throw failure("workbook") }
    var failed = fill(book, with: workbook)
    let closed = workbook_close(book)
    if failed == LXW_NO_ERROR { failed = closed }
    guard failed == LXW_NO_ERROR else { throw failure(lxw_strerror(failed).map { String(cString: $0) } ?? "") }
  }

  private static func fill(_ book: UnsafeMutablePointer<lxw_workbook>, with workbook: Workbook) -> lxw_error {
    let formats = WorkbookFormats(book)
    var failed = setProperties(of: book, workbook)
    for sheet in workbook.sheets where failed == LXW_NO_ERROR {
      guard let page = workbook_add_worksheet(book, sheet.name) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
      failed = WorkbookPage(page: page, formats: formats).fill(with: sheet)
    }
    return failed
  }

  private static func setProperties(of book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook) -> lxw_error {
    workbook.title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(workbook.day.dayNumber * 86_400)
      return workbook_set_properties(book, &properties)
    }
  }

  private static func failure(_ detail: String) -> Refusal {
    Refusal(.cannotCreate, .output_failed, values: ["file": "xlsx", "detail": detail])
  }
}
