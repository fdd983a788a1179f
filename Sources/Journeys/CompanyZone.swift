internal import CompetencyCore
internal import Foundation

/// The zone in which the company's days begin and end.
enum CompanyZone {
  /// The zone of a company that set none.
  static let standard = "Europe/Amsterdam"
  /// The name under which the database keeps it.
  static let settingName = "zone"

  /// The day on which a moment falls.
  static func day(of moment: Instant, zone: String) -> CalendarDate {
    CalendarDate(dayNumber: secondsOfDay(moment, zone).day)
  }

  /// The time of day of a moment, `09.12`, as people write it.
  static func time(of moment: Instant, zone: String) -> String {
    let minutes = secondsOfDay(moment, zone).seconds / 60
    let two = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
    return two(minutes / 60) + "." + two(minutes % 60)
  }

  /// The day and the time of that day.
  static func moment(of moment: Instant, zone: String) -> (day: CalendarDate, time: String) {
    (day(of: moment, zone: zone), time(of: moment, zone: zone))
  }

  private static func secondsOfDay(_ moment: Instant, _ zone: String) -> (day: Int, seconds: Int) {
    let seconds = Int((Double(moment.milliseconds) / 1000).rounded(.down))
    let date = Date(timeIntervalSince1970: Double(seconds))
    let local = seconds + (TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0)
    let day = Int((Double(local) / 86_400).rounded(.down))
    return (day, local - day * 86_400)
  }
}
