import CompetencyCore
import Testing

@Suite struct DutchHolidaysTests {
  /// As the calendars of these years print them, in the order of `Holiday`.
  @Test(arguments: [
    [
      20_260_101, 20_260_403, 20_260_405, 20_260_406, 20_260_427, 20_260_505, 20_260_514, 20_260_524, 20_260_525, 20_261_225,
      20_261_226,
    ],
    [
      20_270_101, 20_270_326, 20_270_328, 20_270_329, 20_270_427, 20_270_505, 20_270_506, 20_270_516, 20_270_517, 20_271_225,
      20_271_226,
    ],
    [
      20_280_101, 20_280_414, 20_280_416, 20_280_417, 20_280_427, 20_280_505, 20_280_525, 20_280_604, 20_280_605, 20_281_225,
      20_281_226,
    ],
    [
      20_290_101, 20_290_330, 20_290_401, 20_290_402, 20_290_427, 20_290_505, 20_290_510, 20_290_520, 20_290_521, 20_291_225,
      20_291_226,
    ],
    [
      20_300_101, 20_300_419, 20_300_421, 20_300_422, 20_300_427, 20_300_505, 20_300_530, 20_300_609, 20_300_610, 20_301_225,
      20_301_226,
    ],
  ])
  func `the holidays of a year are those that the calendar prints, and no other day is one`(_ printed: [Int]) {
    let first = date(printed[0])
    let found = (0..<366).map { first.adding(days: $0) }.filter { $0.year == first.year }
      .filter { DutchHolidays.holiday(on: $0) != nil }
    #expect(found == printed.map(date))
    #expect(DutchHolidays.Holiday.allCases.map { DutchHolidays.date(of: $0, in: first.year) } == printed.map(date))
  }

  @Test(arguments: [(2025, 26), (2031, 26), (2026, 27), (2036, 26)])
  func `Koningsdag moves to the Saturday when the 27th is a Sunday`(_ year: Int, _ day: Int) {
    #expect(DutchHolidays.date(of: .koningsdag, in: year) == CalendarDate(year: year, month: 4, day: day))
  }

  @Test(arguments: [18_180_322, 19_430_425, 19_540_418, 19_810_419, 20_000_423, 20_380_425, 20_490_418, 20_760_419, 22_850_322])
  func `Easter is right in the years in which rules of thumb go wrong`(_ easter: Int) {
    #expect(number(DutchHolidays.date(of: .eerste_paasdag, in: easter / 10_000)) == easter)
  }
}
