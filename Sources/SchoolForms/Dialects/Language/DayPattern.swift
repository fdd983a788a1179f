import CompetencyCore

/// How days are written: `d-m-jjjj`, `dd/mm/jjjj`, `jjjj-mm-dd`.
struct DayPattern: Sendable {
  /// A piece of a day, with how many digits it has.
  private enum Part: Sendable, Equatable {
    case day(ClosedRange<Int>), month(ClosedRange<Int>), year
  }

  private let parts: [Part]
  private let separators: [UInt8]
  let text: String

  /// A pattern of day, month and year in any order with `-`, `/` or `.` between them; nil for anything else. A year has
  /// four digits: two would be a guess.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let isSeparator = { (byte: UInt8) in byte == 0x2D || byte == 0x2F || byte == 0x2E }
    separators = bytes.filter(isSeparator)
    parts = bytes.split(whereSeparator: isSeparator).compactMap { piece -> Part? in
      switch String(decoding: piece, as: UTF8.self) {
      case "d": .day(1...2)
      case "dd": .day(2...2)
      case "m": .month(1...2)
      case "mm": .month(2...2)
      case "jjjj": .year
      default: nil
      }
    }
    self.text = text
    guard parts.count == 3, separators.count == 2, Set(parts.map(Self.kind)).count == 3,
      bytes.split(whereSeparator: isSeparator).count == 3
    else { return nil }
  }

  /// The day that a text says; nil when it is not written so, or is no day.
  func day(_ text: String) -> CalendarDate? {
    var rest = Array(text.utf8)[...]
    var numbers = [0, 0, 0]
    for (index, part) in parts.enumerated() {
      let digits = rest.prefix(while: isDigit)
      guard Self.width(of: part).contains(digits.count) else { return nil }
      numbers[Self.kind(part)] = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      rest = rest[digits.endIndex...]
      if index < 2 {
        guard rest.first == separators[index] else { return nil }
        rest = rest.dropFirst()
      } else if !rest.isEmpty {
        // A spreadsheet and an xs:dateTime write a time behind a day of ISO 8601; the day is what is written.
        guard isISO, rest.first == UInt8(ascii: "T"), isTime(rest.dropFirst()) else { return nil }
      }
    }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  /// A day as it is written in this pattern.
  func text(of day: CalendarDate) -> String {
    let numbers = parts.map { part in
      switch part {
      case .day(let width): Self.padded(day.day, to: width.lowerBound)
      case .month(let width): Self.padded(day.month, to: width.lowerBound)
      case .year: Self.padded(day.year, to: 4)
      }
    }
    return zip(numbers, separators.map { String(Unicode.Scalar($0)) } + [""]).map { $0 + $1 }.joined()
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Whether one text can be two days by these two patterns.
  func contradicts(_ other: DayPattern) -> Bool {
    separators == other.separators && parts.map(Self.kind) != other.parts.map(Self.kind)
  }

  private var isISO: Bool { parts.map(Self.kind) == [2, 1, 0] && separators == [0x2D, 0x2D] }

  private static func kind(_ part: Part) -> Int {
    switch part {
    case .day: 0
    case .month: 1
    case .year: 2
    }
  }

  private static func width(of part: Part) -> ClosedRange<Int> {
    switch part {
    case .day(let width), .month(let width): width
    case .year: 4...4
    }
  }
}

/// Digits, colons and points, and a zone: `00:00:00.000`, `15:04:05+01:00`, `09:30Z`.
private func isTime(_ text: ArraySlice<UInt8>) -> Bool {
  text.count >= 5 && text.count <= 40 && isDigit(text[text.startIndex])
    && text.allSatisfy { isDigit($0) || $0 == 0x3A || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D || $0 == 0x5A }
}

/// The patterns of a dialect, of which no two read one text as different days.
struct DayPatterns: Sendable {
  private let patterns: [DayPattern]

  /// The patterns of a list with spaces between them; nil when one is none, or two contradict each other.
  init?(_ list: String) {
    let found = list.utf8.split(separator: 0x20).map { DayPattern(String(decoding: Array($0), as: UTF8.self)) }
    patterns = found.compactMap { $0 }
    guard !found.isEmpty, patterns.count == found.count else { return nil }
    for (index, one) in patterns.enumerated() where patterns[..<index].contains(where: one.contradicts) { return nil }
  }

  private init(_ pattern: DayPattern?) { patterns = pattern.map { [$0] } ?? [] }

  /// Only days of ISO 8601.
  static let iso = DayPatterns(DayPattern("jjjj-mm-dd"))

  /// The day that a text says; nil when it is written in no pattern.
  func day(_ text: String) -> CalendarDate? { patterns.lazy.compactMap { $0.day(text) }.first }

  /// A day as it is written in the pattern of what it takes the place of, with the time behind that; without it in the first.
  func text(of day: CalendarDate, inPlaceOf text: String) -> String {
    guard let pattern = patterns.first(where: { $0.day(text) != nil }) ?? patterns.first else { return day.iso }
    let time = text.utf8.firstIndex(of: UInt8(ascii: "T")).map { String(text[$0...]) } ?? ""
    return pattern.text(of: day) + time
  }

  /// The patterns as they are written.
  var text: String { patterns.map(\.text).joined(separator: ", ") }
}
