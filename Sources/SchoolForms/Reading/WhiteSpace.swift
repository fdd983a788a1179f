/// A value of type token: white space at the ends gone, and one space for any inside.
func collapsed(_ text: String) -> String {
  // Nearly every value is collapsed already.
  if text.utf8.withContiguousStorageIfAvailable(isCollapsed) ?? false { return text }
  let words = text.utf8.split(whereSeparator: isWhiteSpace)
  return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
}

private func isCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var lastIsSpace = true
  for byte in bytes {
    if byte > 0x20 {
      lastIsSpace = false
    } else if isWhiteSpace(byte) {
      if lastIsSpace || byte != 0x20 { return false }
      lastIsSpace = true
    }
  }
  return !lastIsSpace || bytes.isEmpty
}

/// The text with small letters for the capitals of ASCII.
func lowercased(_ text: String) -> String { String(decoding: text.utf8.map(smallLetter), as: UTF8.self) }
