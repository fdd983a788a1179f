/// A day as a number of days after 1 January 1970, written as ISO 8601.
struct Day {
  let number: Int

  /// Monday 1 September 2025: the first trainees start.
  static let first = Day(number: 20_332)

  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

  /// Year, month and day of the Gregorian calendar; eras of 400 years that begin in March.
  var iso: String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
