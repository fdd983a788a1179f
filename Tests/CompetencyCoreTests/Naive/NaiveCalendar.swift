/// The same day of the month so many months later, or the last one of a shorter month.
func monthsLater(_ day: Int, _ months: Int) -> Int {
  var (year, month, dayOfMonth) = (day / 10_000, day / 100 % 100, day % 100)
  for _ in 0..<months {
    month += 1
    if month == 13 { (year, month) = (year + 1, 1) }
  }
  let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  dayOfMonth = min(dayOfMonth, lengths[month - 1])
  return year * 10_000 + month * 100 + dayOfMonth
}
