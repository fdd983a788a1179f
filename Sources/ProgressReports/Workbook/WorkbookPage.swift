internal import CXLSXWriter
import CompetencyCore
import Wording

/// How values look in a workbook.
struct WorkbookFormats {
  let head, day, share, text: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    (head, day, share, text) = (
      workbook_add_format(book), workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)
    )
    format_set_bold(head)
    format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_num_format(day, "d-m-yyyy")
    format_set_num_format(share, "0%")
    // Excel leaves a number with zeros in front as it is only where the cell says that it is text.
    format_set_num_format(text, "@")
  }
}

/// Writes one sheet of a workbook.
struct WorkbookPage {
  let page: UnsafeMutablePointer<lxw_worksheet>
  let formats: WorkbookFormats

  func fill(with sheet: Workbook.Sheet) -> lxw_error {
    var failed = LXW_NO_ERROR
    func keep(_ result: lxw_error) { if failed == LXW_NO_ERROR { failed = result } }
    for (place, column) in sheet.columns.enumerated() {
      let at = lxw_col_t(place)
      keep(worksheet_set_column(page, at, at, Double(column.width), nil))
      keep(worksheet_write_string(page, 0, at, column.title, formats.head))
    }
    for (line, row) in sheet.rows.enumerated() {
      for (place, field) in row.enumerated() {
        keep(write(field, lxw_row_t(line + 1), lxw_col_t(place), isShare: sheet.columns[place].isShare))
      }
    }
    worksheet_freeze_panes(page, 1, 0)
    if !sheet.columns.isEmpty, !sheet.rows.isEmpty {
      keep(worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1)))
    }
    return failed
  }

  private func write(_ field: TableField, _ row: lxw_row_t, _ column: lxw_col_t, isShare: Bool) -> lxw_error {
    switch field {
    case .text(let text): worksheet_write_string(page, row, column, WorkbookText.escaped(text), formats.text)
    case .number(let number): worksheet_write_number(page, row, column, Double(number), nil)
    case .decimal(let number): worksheet_write_number(page, row, column, number.value, isShare ? formats.share : nil)
    case .date(let day): write(day, row, column)
    case .empty: LXW_NO_ERROR
    }
  }

  private func write(_ day: CalendarDate, _ row: lxw_row_t, _ column: lxw_col_t) -> lxw_error {
    // The calendar of spreadsheets begins in 1900.
    guard day.year >= 1900 else { return worksheet_write_string(page, row, column, day.iso, formats.text) }
    var moment = lxw_datetime(year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0, sec: 0)
    return worksheet_write_datetime(page, row, column, &moment, formats.day)
  }
}
