/// Days on which the company is closed, the first and the last included.
public struct ClosedPeriod: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate
  /// The period as it was typed.
  public let text: String

  /// A period as people type it: an ISO week `2026-W53`, days `2026-07-20..2026-08-07`, or one day.
  ///
  /// Nil for anything else, for a week that the year does not have, and for days in the wrong order.
  public init?(typed text: String) {
    guard let days = Self.week(text) ?? Self.span(text), days.first <= days.last else { return nil }
    (first, last, self.text) = (days.first, days.last, text)
  }

  /// Whether a day is in it.
  public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

  private static func week(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      (bytes[0..<4] + bytes[6...]).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let year = Int(text.prefix(4)), let week = Int(text.suffix(2)),
      let january = CalendarDate(year: year, month: 1, day: 4)
    else { return nil }
    // ISO 8601: 4 January is always in week 1.
    let monday = january.adding(days: 1 - january.weekday + 7 * (week - 1))
    guard monday.isoWeek == (year, week) else { return nil }
    return (monday, monday.adding(days: 6))
  }

  private static func span(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    if let day = CalendarDate(typed: text) { return (day, day) }
    guard let dots = text.firstRange(of: ".."), let first = CalendarDate(typed: text[..<dots.lowerBound]),
      let last = CalendarDate(typed: text[dots.upperBound...])
    else { return nil }
    return (first, last)
  }
}
