import CompetencyCore

extension Instant {
  /// A moment as XML writes it, with its zone: `2026-03-12T15:04:05.25+01:00`, `2026-03-12T24:00:00Z`.
  ///
  /// - Returns: nil for anything else, and for years outside 1000 to 2999. What is finer than a millisecond is cut off.
  init?(xml text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == Sign.colon, bytes[16] == Sign.colon,
      let day = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19])
    else { return nil }
    var rest = bytes[19...]
    var thousandths = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      thousandths = number((Array(digits.prefix(3)) + [0x30, 0x30]).prefix(3)) ?? 0
      rest = rest[digits.endIndex...]
      // Midnight at the end of a day has no parts of a second.
      if hour == 24, digits.contains(where: { $0 != 0x30 }) { return nil }
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second < 60,
      let zone = Self.minutes(ofZone: rest)
    else { return nil }
    let minutes = (day.dayNumber * 24 + hour) * 60 + minute - zone
    self.init(milliseconds: Int64(minutes * 60 + second) * 1000 + Int64(thousandths))
  }

  /// `Z` or `+01:00`, up to fourteen hours.
  private static func minutes(ofZone text: ArraySlice<UInt8>) -> Int? {
    let text = Array(text)
    if text == [UInt8(ascii: "Z")] { return 0 }
    guard text.count == 6, text[3] == Sign.colon, let hours = number(text[1..<3]), let minutes = number(text[4...]),
      minutes < 60, hours * 60 + minutes <= 14 * 60
    else { return nil }
    switch text[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
}
