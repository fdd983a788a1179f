public import CompetencyCore

/// One field of a table for a spreadsheet.
public enum TableField: Sendable, Hashable {
  /// Text that somebody wrote; kept from being read as a formula.
  case text(String)
  case number(Int)
  case decimal(FixedDecimal)
  case date(CalendarDate)
  case empty

  /// A day, or nothing when there is none.
  public static func day(_ day: CalendarDate?) -> TableField { day.map { .date($0) } ?? .empty }
}
