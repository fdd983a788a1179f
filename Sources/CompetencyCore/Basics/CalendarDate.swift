/// A day of the Gregorian calendar without a time or a zone, from 1000-01-01 to 2999-12-31.
///
/// Days are days in the company's zone; which day an instant falls on is decided where the clock is read.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Year, month and day as the digits of one number: every line of every form has a day.
  private let digits: Int32

  /// The year, 1000 to 2999.
  public var year: Int { Int(digits) / 10_000 }
  /// The month, 1 to 12.
  public var month: Int { Int(digits) / 100 % 100 }
  /// The day of the month, 1 to 31.
  public var day: Int { Int(digits) % 100 }

  /// A day that exists; nil for 31 April or a year outside 1000…2999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...2999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    digits = Int32(year * 10_000 + month * 100 + day)
  }

  /// The first day that can be written, before every fact.
  public static let first = CalendarDate(unchecked: 1000, 1, 1)
  /// The last day that can be written, after every fact.
  public static let last = CalendarDate(unchecked: 2999, 12, 31)

  /// Earlier days come first.
  public static func < (one: Self, other: Self) -> Bool { one.digits < other.digits }

  /// How many days the month has, with the Gregorian leap rule.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  /// Days since 1970-01-01, which is day 0.
  public var dayNumber: Int {
    // Years that begin in March put the leap day last (H. Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = month <= 2 ? year - 1 : year
    let century = shifted / 400
    let yearOfCentury = shifted - century * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return century * 146_097 + yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear - 719_468
  }

  /// The day with this number; days outside the calendar become ``first`` or ``last``.
  public init(dayNumber: Int) {
    let since = dayNumber + 719_468
    guard since >= 0 else { self = .first; return }
    let century = since / 146_097
    let dayOfCentury = since - century * 146_097
    let yearOfCentury = (dayOfCentury - dayOfCentury / 1460 + dayOfCentury / 36_524 - dayOfCentury / 146_096) / 365
    let dayOfYear = dayOfCentury - (365 * yearOfCentury + yearOfCentury / 4 - yearOfCentury / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfCentury + century * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    self = CalendarDate(year: year, month: month, day: day) ?? (dayNumber < 0 ? .first : .last)
  }

  /// The day so many days later, or earlier when negative.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day of the month so many months later; the last day of a shorter month (31 January + 1 = 28 February).
  public func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    guard (1000...2999).contains(newYear) else { return months < 0 ? .first : .last }
    return CalendarDate(unchecked: newYear, newMonth, min(day, Self.days(inMonth: newMonth, of: newYear)))
  }

  /// The day of the week, 1 = Monday to 7 = Sunday (ISO 8601).
  public var weekday: Int {
    let offset = (dayNumber + 3) % 7
    return (offset < 0 ? offset + 7 : offset) + 1
  }

  /// The week of ISO 8601 with the year it belongs to (1 January 2027 falls in week 53 of 2026).
  public var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    let firstOfYear = CalendarDate(unchecked: thursday.year, 1, 1)
    return (thursday.year, (thursday.dayNumber - firstOfYear.dayNumber) / 7 + 1)
  }
}

extension CalendarDate {
  /// The day in ISO 8601: `2026-11-20`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      let digits = [year / 1000, year / 100, year / 10, year, -1, month / 10, month, -1, day / 10, day]
      for (index, digit) in digits.enumerated() { bytes[index] = digit < 0 ? UInt8(ascii: "-") : UInt8(0x30 + digit % 10) }
      return 10
    }
  }

  /// The day that is written `2026-11-20`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.withContiguousStorageIfAvailable(isoParts) ?? Array(text.utf8).withUnsafeBufferPointer(isoParts)
    guard let parts else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  /// A day from the figures of `2026-11-20`; nil for anything else.
  public init?(isoFigures bytes: UnsafeBufferPointer<UInt8>) {
    guard let parts = isoParts(bytes) else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  /// A day as people type it: `2026-11-20`, `20-11-2026`, `5-3-2026`; nil for anything else (never month first).
  public init?(typed text: some StringProtocol) {
    if let iso = CalendarDate(iso: text) {
      self = iso
    } else {
      self.init(parts: text, separator: UInt8(ascii: "-"), order: (2, 1, 0), digits: (1...2, 1...2, 4...4))
    }
  }

  private init?(
    parts text: some StringProtocol, separator: UInt8, order: (Int, Int, Int),
    digits: (ClosedRange<Int>, ClosedRange<Int>, ClosedRange<Int>)
  ) {
    let parts = Array(text.utf8).split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, digits.0.contains(parts[0].count), digits.1.contains(parts[1].count),
      digits.2.contains(parts[2].count)
    else { return nil }
    let numbers = parts.map(number(of:))
    guard let year = numbers[order.0], let month = numbers[order.1], let day = numbers[order.2] else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// Year, month and day of `2026-11-20`: the form in which days are kept and sent, so there are many of it.
private func isoParts(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int, Int)? {
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
  guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]) else { return nil }
  return (year, month, day)
}

private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var value = 0
  for digit in digits {
    guard (0x30...0x39).contains(digit) else { return nil }
    value = value * 10 + Int(digit) - 0x30
  }
  return value
}

private func number(of digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}

/// A number with zeros before it, at least so many digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
