/// The lines of a calendar file: folded, escaped, and ended as RFC 5545 has it.
struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a line of which the value needs no escaping.
  mutating func add(_ name: String, _ value: String) {
    // RFC 5545, 3.1: at most 75 octets a line, the space that begins a folded one among them.
    var length = 0
    for scalar in (name + ":" + value).unicodeScalars {
      let encoded = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if length + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// Adds a line with a text (RFC 5545, 3.3.11).
  mutating func add(text name: String, _ value: String) {
    var escaped = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)".unicodeScalars
      case "\n": if !wasReturn { escaped += "\\n".unicodeScalars }
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped += "\\n".unicodeScalars
      case "\t": escaped.append(scalar)
      // No other control may stand in a text.
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: escaped.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    add(name, String(escaped))
  }
}
