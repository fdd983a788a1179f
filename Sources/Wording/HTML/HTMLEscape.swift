/// Escaping for HTML, scalar by scalar: a quote that carries a combining mark is still a quote to a browser.
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

  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      case "`": bytes += "&#96;".utf8
      case "=": bytes += "&#61;".utf8
      // A browser would read it as a line feed.
      case "\r": bytes += "&#13;".utf8
      case "\0": bytes += [0xEF, 0xBF, 0xBD]
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}
