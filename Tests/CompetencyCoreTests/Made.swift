import CompetencyCore

/// A value that a test wrote correctly; a test that did not stops here.
func made<Value>(_ value: Value?, line: UInt = #line, file: StaticString = #fileID) -> Value {
  guard let value else { preconditionFailure("a test wrote a value that does not exist", file: file, line: line) }
  return value
}

/// The day that reads like this number: 20260131.
func date(_ number: Int) -> CalendarDate {
  made(CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100))
}

/// The number that reads like this day; 0 for none.
func number(_ date: CalendarDate?) -> Int { date.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 0 }
