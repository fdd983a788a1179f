extension Rhythm {
  /// The day on which a conversation is due after one.
  public func next(after last: CalendarDate) -> CalendarDate { day(1, after: last) }

  /// The day so many times the rhythm after an anchor.
  ///
  /// It is counted from the anchor and not from the day before, so that a rhythm by the month that began on the 31st comes
  /// back to the 31st after a shorter month.
  public func day(_ count: Int, after anchor: CalendarDate) -> CalendarDate {
    switch self {
    case .wekelijks: anchor.adding(days: 7 * count)
    case .tweewekelijks: anchor.adding(days: 14 * count)
    case .maandelijks: anchor.adding(months: count)
    case .kwartaal: anchor.adding(months: 3 * count)
    case .weeks(let weeks): anchor.adding(days: 7 * weeks * count)
    }
  }
}
