import CompetencyCore

/// Checks that bytes are UTF-8 without a control character that XML forbids.
///
/// - Returns: where the text ends: the end of the bytes, or the beginning of a character that they cut off.
func checkUTF8(_ text: [UInt8], from start: Int) throws(Fault) -> Int {
  let (end, kind) = text.withUnsafeBufferPointer { firstFault(in: $0, from: start) }
  guard let kind else { return end }
  let line = lineNumber(at: end, in: text[...])
  throw Fault(.bad_encoding, kind: kind, line: line, values: ["encoding": "UTF-8"])
}

/// The line of an offset, from 1; a line ends with LF, CR LF or CR.
func lineNumber(at offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
  var line = 1
  for index in bytes.startIndex..<min(offset, bytes.endIndex) {
    let isLoneReturn = bytes[index] == 0x0D && !(index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A)
    if bytes[index] == 0x0A || isLoneReturn { line += 1 }
  }
  return line
}

/// Where the text stops being right, and why; the kind is nil at the end of the bytes and where they cut off a character.
private func firstFault(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (at: Int, EncodingFaultKind?) {
  var index = start
  while index < bytes.count {
    while index + 8 <= bytes.count, isPlain(bytes, at: index) { index += 8 }
    guard index < bytes.count else { break }
    let byte = bytes[index]
    if byte < 0x80 {
      if byte < 0x20 && !isWhiteSpace(byte) { return (index, .control) }
      index += 1
      continue
    }
    guard let (length, second) = shape(after: byte) else { return (index, .unreadable) }
    for offset in 1..<length {
      guard index + offset < bytes.count else { return (index, nil) }
      guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[index + offset]) else { return (index, .unreadable) }
    }
    // U+FFFE and U+FFFF are no characters of XML.
    if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return (index, .control) }
    index += length
  }
  return (index, nil)
}

/// Whether the next eight bytes are all ASCII from the space up, as most of a file is.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  return (eight | (eight &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0
}

/// How long the character is and what its second byte may be (Unicode, table 3-7); nil for a byte that begins none.
private func shape(after first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
  switch first {
  case 0xC2...0xDF: (2, 0x80...0xBF)
  case 0xE0: (3, 0xA0...0xBF)
  case 0xED: (3, 0x80...0x9F)
  case 0xE1...0xEF: (3, 0x80...0xBF)
  case 0xF0: (4, 0x90...0xBF)
  case 0xF1...0xF3: (4, 0x80...0xBF)
  case 0xF4: (4, 0x80...0x8F)
  default: nil
  }
}
