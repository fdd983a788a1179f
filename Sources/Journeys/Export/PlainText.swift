internal import CompetencyCore

/// Text as a string of JSON.
enum PlainText {
  /// Writes the bytes of a text with its quotes; false when they are no UTF-8.
  ///
  /// What steers a screen is escaped, so that an editor or a terminal that shows the file does not obey it. What is escaped is
  /// fixed by number, and so the same data give the same bytes in every version of Unicode.
  static func write(_ bytes: UnsafeRawBufferPointer, to line: inout [UInt8]) -> Bool {
    line.append(UInt8(ascii: "\""))
    defer { line.append(UInt8(ascii: "\"")) }
    var (start, place) = (0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        place += 1
        continue
      }
      if byte >= 0x80 {
        // Signs of other letters are rare enough to be looked at as text.
        line.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<place]))
        return writeSigns(UnsafeRawBufferPointer(rebasing: bytes[place...]), to: &line)
      }
      line.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<place]))
      writeEscaped(Unicode.Scalar(byte), to: &line)
      place += 1
      start = place
    }
    line.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start...]))
    return true
  }

  private static func writeSigns(_ bytes: UnsafeRawBufferPointer, to line: inout [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" || scalar.steers || scalar == "\u{FEFF}" {
        writeEscaped(scalar, to: &line)
      } else {
        line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return true
  }

  private static func writeEscaped(_ scalar: Unicode.Scalar, to line: inout [UInt8]) {
    switch scalar {
    case "\"": line.append(contentsOf: "\\\"".utf8)
    case "\\": line.append(contentsOf: "\\\\".utf8)
    case "\n": line.append(contentsOf: "\\n".utf8)
    case "\r": line.append(contentsOf: "\\r".utf8)
    case "\t": line.append(contentsOf: "\\t".utf8)
    default:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        line.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
      }
    }
  }
}
