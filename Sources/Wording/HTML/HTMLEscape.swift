/// Escaping for HTML, never by characters: a quote that carries a combining mark is still a quote to a browser.
///
/// Every text comes back from a browser as it was, also one with marks of the reading direction: those end with the cell or
/// the paragraph that they stand in. Only NUL, which no page can hold, is shown as U+FFFD.
public enum HTMLEscape {
  /// The text so that it ends no element and no attribute value, quoted or not.
  public static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All that is escaped is ASCII, so the text is looked through byte by byte; the bytes of other scalars stay as they are.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case UInt8(ascii: "`"): bytes += "&#96;".utf8
      case UInt8(ascii: "="): bytes += "&#61;".utf8
      // A browser would read it as a line feed.
      case UInt8(ascii: "\r"): bytes += "&#13;".utf8
      case 0: bytes += [0xEF, 0xBF, 0xBD]
      default: bytes.append(byte)
      }
    }
  }
}
