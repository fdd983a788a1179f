/// The days on which a conversation can be: no weekend, no holiday, and none on which the company is closed.
public struct WorkingDays: Sendable {
  /// Why a day is no working day.
  public enum Rest: Hashable, Sendable {
    case weekend
    case holiday(DutchHolidays.Holiday)
    case closed(ClosedPeriod)
  }

  /// When the company is closed.
  public let closed: [ClosedPeriod]

  /// Working days besides these periods.
  public init(closed: [ClosedPeriod] = []) { self.closed = closed }

  /// Why nobody works on a day; nil for a working day.
  public func rest(on day: CalendarDate) -> Rest? {
    // The name of a holiday explains more than the weekend that it falls in.
    if let holiday = DutchHolidays.holiday(on: day) { return .holiday(holiday) }
    // Of periods that overlap the first one tells, whatever the order in which they were typed.
    let periods = closed.filter { $0.contains(day) }
    if let period = periods.min(by: { ($0.first, $0.last, $0.text) < ($1.first, $1.last, $1.text) }) { return .closed(period) }
    return day.weekday > 5 ? .weekend : nil
  }

  /// The first working day on or after a day; the day itself when a year goes by without one.
  public func first(onOrAfter day: CalendarDate) -> CalendarDate {
    (0..<366).lazy.map { day.adding(days: $0) }.first { rest(on: $0) == nil } ?? day
  }
}
