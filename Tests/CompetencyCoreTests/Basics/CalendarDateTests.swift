import CompetencyCore
import Testing

@Suite struct CalendarDateTests {
  @Test func `every day from 1000 to 2999 has the number after that of the day before, and is found by it`() {
    // Day 0 is 1970-01-01; the first day is found by counting the days of each year since 1000.
    let daysBefore1970 = (1000..<1970).map { Self.isLeap($0) ? 366 : 365 }.reduce(0, +)
    var expected = -daysBefore1970
    var wrong: [String] = []
    for year in 1000...2999 {
      for month in 1...12 {
        for day in 1...Self.length(of: month, in: year) {
          let date = CalendarDate(year: year, month: month, day: day)
          if date?.dayNumber != expected || date != CalendarDate(dayNumber: expected) { wrong.append("\(year)-\(month)-\(day)") }
          expected += 1
        }
      }
    }

    #expect(wrong == [])
    #expect(CalendarDate.last.dayNumber == expected - 1)
    #expect(made(CalendarDate(iso: "1970-01-01")).dayNumber == 0)
  }

  @Test func `a number before the first day or after the last one gives that day`() {
    #expect(CalendarDate(dayNumber: CalendarDate.first.dayNumber - 1) == .first)
    #expect(CalendarDate(dayNumber: -10_000_000) == .first)
    #expect(CalendarDate(dayNumber: CalendarDate.last.dayNumber + 1) == .last)
    #expect(CalendarDate(dayNumber: 10_000_000) == .last)
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0999-12-31", "3000-01-01",
  ])
  func `a day that does not exist is no date`(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-01-31", 2, "2026-03-31"),
      ("2026-10-31", 1, "2026-11-30"), ("2026-12-15", 1, "2027-01-15"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"), ("2026-05-05", 0, "2026-05-05"),
      ("2999-12-01", 1, "2999-12-31"), ("1000-01-15", -1, "1000-01-01"),
    ])
  func `adding months keeps the day or takes the last of a shorter month`(_ from: String, _ months: Int, _ to: String) {
    #expect(CalendarDate(iso: from)?.adding(months: months).iso == to)
  }

  @Test(
    arguments: [
      ("2027-01-01", 2026, 53), ("2026-12-31", 2026, 53), ("2026-12-28", 2026, 53), ("2027-01-04", 2027, 1),
      ("2024-12-30", 2025, 1), ("2026-01-01", 2026, 1), ("2023-01-01", 2022, 52), ("2026-11-20", 2026, 47),
    ])
  func `the week is the one of ISO 8601, with the year it belongs to`(_ day: String, _ year: Int, _ week: Int) {
    let found = made(CalendarDate(iso: day)).isoWeek

    #expect(found.year == year)
    #expect(found.week == week)
  }

  @Test func `weekdays run from Monday to Sunday, also before 1970`() {
    #expect(made(CalendarDate(iso: "2026-11-16")).weekday == 1)
    #expect(made(CalendarDate(iso: "2026-11-22")).weekday == 7)
    #expect(made(CalendarDate(iso: "1969-12-31")).weekday == 3)
    #expect(made(CalendarDate(iso: "1582-10-15")).weekday == 5)
  }

  @Test func `days are typed in ISO order or day first, never month first`() {
    #expect(CalendarDate(typed: "2026-11-20")?.iso == "2026-11-20")
    #expect(CalendarDate(typed: "20-11-2026")?.iso == "2026-11-20")
    #expect(CalendarDate(typed: "5-3-2026")?.iso == "2026-03-05")
    #expect(CalendarDate(typed: "11-20-2026") == nil)
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-20 ", " 2026-11-20", "2026/11/20", "26-11-20", "2026-1-2", "+026-11-20", "2026-11-2\u{0660}",
  ])
  func `anything else is no date in ISO 8601`(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
  }

  private static func length(of month: Int, in year: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
