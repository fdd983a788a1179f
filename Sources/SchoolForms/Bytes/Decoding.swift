import CompetencyCore

/// The text of bytes in UTF-16, as UTF-8, and the bytes at their end that only begin a character.
func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) throws(Fault) -> (text: [UInt8], rest: [UInt8]) {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
  var index = bytes.startIndex
  func unit(at index: Int) -> UInt32 {
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
  while index + 1 < bytes.endIndex {
    let first = unit(at: index)
    index += 2
    if (0xD800...0xDBFF).contains(first) {
      guard index + 1 < bytes.endIndex else { return (text, Array(bytes[(index - 2)...])) }
      let second = unit(at: index)
      index += 2
      guard (0xDC00...0xDFFF).contains(second) else { throw unreadable(after: text, in: "UTF-16") }
      append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &text)
    } else if (0xDC00...0xDFFF).contains(first) {
      throw unreadable(after: text, in: "UTF-16")
    } else {
      append(first, to: &text)
    }
  }
  return (text, Array(bytes[index...]))
}

/// What the bytes of an encoding with one byte a sign mean from 0x80 to 0x9F; outside that it is Unicode.
enum SingleByteTable: Equatable {
  case iso8859_1, windows1252

  /// The name of the encoding.
  var name: String { self == .iso8859_1 ? "ISO-8859-1" : "Windows-1252" }

  /// The sign of a byte from 0x80 to 0x9F; nil for none.
  ///
  /// In ISO-8859-1 these are invisible control characters: a file that has one was written as Windows-1252, and taking
  /// it at its word would turn a euro sign into nothing.
  func scalar(of byte: UInt8) -> UInt32? {
    guard self == .windows1252 else { return nil }
    let scalar = Self.signs[Int(byte) - 0x80]
    return scalar == 0 ? nil : scalar
  }

  private static let signs: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

/// The text of bytes with one byte a sign, as UTF-8.
func decodeSingleBytes(_ bytes: [UInt8], by table: SingleByteTable) throws(Fault) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + bytes.count / 16)
  for byte in bytes {
    if (0x80...0x9F).contains(byte) {
      guard let scalar = table.scalar(of: byte) else { throw unreadable(after: text, in: table.name) }
      append(scalar, to: &text)
    } else {
      append(UInt32(byte), to: &text)
    }
  }
  return text
}

private func unreadable(after text: [UInt8], in encoding: String) -> Fault {
  let line = lineNumber(at: text.endIndex, in: text[...])
  return Fault(.bad_encoding, kind: EncodingFaultKind.unreadable, line: line, values: ["encoding": encoding])
}

/// Adds a scalar, which is no surrogate, as UTF-8.
private func append(_ scalar: UInt32, to text: inout [UInt8]) {
  func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
  switch scalar {
  case ..<0x80: text.append(UInt8(scalar))
  case ..<0x800: text += [UInt8(0xC0 | scalar >> 6), tail(0)]
  case ..<0x10000: text += [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)]
  default: text += [UInt8(0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
  }
}
