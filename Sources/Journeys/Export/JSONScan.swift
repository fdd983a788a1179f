/// Reads JSON from a line of bytes, from front to back, without a tree: strings, whole numbers and null.
struct JSONScan {
  private let bytes: UnsafeRawBufferPointer
  private let plain: PlainBuffer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer, _ plain: PlainBuffer) { (self.bytes, self.plain) = (bytes, plain) }

  /// The first byte of what comes.
  var first: UInt8? {
    mutating get {
      while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0D { place += 1 }
      return place < bytes.count ? bytes[place] : nil
    }
  }

  /// Takes a sign when it comes next.
  mutating func has(_ sign: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Takes the sign that must come next.
  mutating func take(_ sign: Unicode.Scalar) throws(RowFault) {
    guard has(sign) else { throw RowFault("line") }
  }

  /// Takes `null` when it comes next.
  mutating func hasNull() -> Bool {
    guard first == UInt8(ascii: "n"), bytes[place...].starts(with: "null".utf8) else { return false }
    place += 4
    return true
  }

  /// Nothing may follow.
  mutating func end() throws(RowFault) {
    guard first == nil else { throw RowFault("line") }
  }

  /// A whole number; nil when it is another one or too large.
  mutating func integer() throws(RowFault) -> Int64? {
    let isNegative = has("-")
    let start = place
    var number: Int64 = 0
    var fits = true
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
      // Counted below zero, where there is one more.
      let (tenfold, isOver) = number.multipliedReportingOverflow(by: 10)
      let (next, isUnder) = tenfold.subtractingReportingOverflow(Int64(bytes[place] - 0x30))
      (number, fits, place) = (next, fits && !isOver && !isUnder, place + 1)
    }
    guard place > start, place - start == 1 || bytes[start] != 0x30 else { throw RowFault("line") }
    if place < bytes.count, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[place]) { return nil }
    guard fits, isNegative || number > Int64.min else { return nil }
    return isNegative ? number : -number
  }

  /// A string, as it is without its escapes; lent for as long as the line and the room.
  mutating func string() throws(RowFault) -> UnsafeRawBufferPointer {
    try take("\"")
    let start = place
    var isASCII = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<place])
        place += 1
        return try checked(text, isASCII)
      }
      if byte == UInt8(ascii: "\\") { return try checked(escaped(from: start), false) }
      guard byte >= 0x20 else { throw RowFault("line") }
      if byte >= 0x80 { isASCII = false }
      place += 1
    }
    throw RowFault("line")
  }

  private func checked(_ text: UnsafeRawBufferPointer, _ isASCII: Bool) throws(RowFault) -> UnsafeRawBufferPointer {
    guard isASCII || String(validating: text, as: UTF8.self) != nil else { throw RowFault("line") }
    return text
  }

  /// The rest of a string with escapes in it, and what came before.
  private mutating func escaped(from start: Int) throws(RowFault) -> UnsafeRawBufferPointer {
    let first = plain.count
    for byte in bytes[start..<place] { plain.append(byte) }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return plain.text(from: first)
      case UInt8(ascii: "\\"): try unescape()
      case 0..<0x20: throw RowFault("line")
      default: plain.append(byte)
      }
    }
    throw RowFault("line")
  }

  private mutating func unescape() throws(RowFault) {
    guard place < bytes.count else { throw RowFault("line") }
    let sign = bytes[place]
    place += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(sign)
    case UInt8(ascii: "b"): plain.append(0x08)
    case UInt8(ascii: "f"): plain.append(0x0C)
    case UInt8(ascii: "n"): plain.append(0x0A)
    case UInt8(ascii: "r"): plain.append(0x0D)
    case UInt8(ascii: "t"): plain.append(0x09)
    case UInt8(ascii: "u"):
      var value = UInt32(try unit())
      if (0xD800..<0xDC00).contains(value), bytes[place...].starts(with: "\\u".utf8) {
        place += 2
        let low = UInt32(try unit())
        guard (0xDC00..<0xE000).contains(low) else { throw RowFault("line") }
        value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw RowFault("line") }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { plain.append(byte) }
    default: throw RowFault("line")
    }
  }

  private mutating func unit() throws(RowFault) -> UInt16 {
    guard place + 4 <= bytes.count, bytes[place..<(place + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw RowFault("line") }
    place += 4
    return value
  }
}
