/// The holidays of the Netherlands on which nobody plans a conversation.
///
/// Goede Vrijdag and Bevrijdingsdag are working days in some companies; a conversation can wait a day, so both are kept free
/// every year.
public enum DutchHolidays {
  /// A holiday, by its name.
  public enum Holiday: String, Sendable, CaseIterable {
    case nieuwjaarsdag, goede_vrijdag, eerste_paasdag, tweede_paasdag, koningsdag, bevrijdingsdag, hemelvaartsdag
    case eerste_pinksterdag, tweede_pinksterdag, eerste_kerstdag, tweede_kerstdag
  }

  /// The holiday on a day; nil for a day that is none. Of two on one day (Hemelvaart on 5 May) the first of the list.
  public static func holiday(on day: CalendarDate) -> Holiday? {
    Holiday.allCases.first { date(of: $0, in: day.year) == day }
  }

  /// The day of a holiday in a year.
  public static func date(of holiday: Holiday, in year: Int) -> CalendarDate {
    switch holiday {
    case .nieuwjaarsdag: fixed(year, 1, 1)
    case .goede_vrijdag: easter(in: year).adding(days: -2)
    case .eerste_paasdag: easter(in: year)
    case .tweede_paasdag: easter(in: year).adding(days: 1)
    case .koningsdag:
      // On a Sunday the day before is kept instead.
      fixed(year, 4, fixed(year, 4, 27).weekday == 7 ? 26 : 27)
    case .bevrijdingsdag: fixed(year, 5, 5)
    case .hemelvaartsdag: easter(in: year).adding(days: 39)
    case .eerste_pinksterdag: easter(in: year).adding(days: 49)
    case .tweede_pinksterdag: easter(in: year).adding(days: 50)
    case .eerste_kerstdag: fixed(year, 12, 25)
    case .tweede_kerstdag: fixed(year, 12, 26)
    }
  }

  /// Easter Sunday of a year in the Gregorian calendar.
  static func easter(in year: Int) -> CalendarDate {
    // The anonymous Gregorian algorithm ("A New York correspondent", Nature, 20 April 1876; J. Meeus, Astronomical
    // Algorithms, chapter 8). The letters there are named here for what they are.
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let exception = (golden + 11 * epact + 22 * toSunday) / 451
    let count = epact + toSunday - 7 * exception + 114
    return fixed(year, count / 31, count % 31 + 1)
  }

  private static func fixed(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .last
  }
}
