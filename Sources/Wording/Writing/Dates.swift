public import CompetencyCore

extension Texts {
  /// A day in figures: `20-11-2026`.
  public func date(_ day: CalendarDate) -> String { said("date.numeric", day) }

  /// A day with its weekday: `vrijdag 20 november 2026`.
  public func fullDate(_ day: CalendarDate) -> String { said("date.full", day) }

  /// A day with the month in letters: `20 november 2026`.
  public func longDate(_ day: CalendarDate) -> String { said("date.long", day) }

  /// A day without its year: `20 november`.
  public func dayAndMonth(_ day: CalendarDate) -> String { said("date.day_and_month", day) }

  /// A day without its year, short: `20 nov.`
  public func shortDay(_ day: CalendarDate) -> String { said("date.short", day) }

  /// The week of a day: `week 47`.
  public func week(of day: CalendarDate) -> String { said("date.week", day) }

  /// The week of a day, with its year where that is not the year of the reader's day: `week 43 van 2025`.
  public func week(of day: CalendarDate, readOn other: CalendarDate) -> String {
    day.isoWeek.year == other.isoWeek.year ? week(of: day) : said("date.week_of_year", day)
  }

  /// The month of a day with its year, short: `mei 2027`.
  public func monthAndYear(_ day: CalendarDate) -> String { said("date.month_and_year", day) }

  private func said(_ key: String, _ day: CalendarDate) -> String {
    say(
      key,
      [
        "day": String(day.day), "month": String(day.month), "week": String(day.isoWeek.week),
        "year": String(key == "date.week_of_year" ? day.isoWeek.year : day.year),
        "monthName": say("date.month.\(day.month)"), "monthShort": say("date.month_short.\(day.month)"),
        "weekday": say("date.weekday.\(day.weekday)"),
      ])
  }
}

extension CalendarDate {
  /// The day as spreadsheets of the Netherlands read it: `06-10-2026`.
  public var dutchFigures: String {
    let parts = Array(iso.utf8).split(separator: UInt8(ascii: "-"))
    return parts.reversed().map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  /// The ISO week with its year, as text that sorts: `2026-W47`.
  public var isoWeekText: String {
    let (year, week) = isoWeek
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }
}
