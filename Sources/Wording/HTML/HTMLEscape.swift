/// Escaping for HTML, scalar by scalar: a quote that carries a combining mark is still a quote to a browser.
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
      case "\n", "\t": bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      case let scalar where CleanText.steers(scalar): bytes += [0xEF, 0xBF, 0xBD]
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}
