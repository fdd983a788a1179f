/// Writes elements and attributes as XML, two spaces deeper for each element that they stand in.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// An element with this text; left out when the text is nil.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String?)] = [], text: String?) {
    guard let text else { return }
    open(name, attributes)
    bytes += ">".utf8 + Self.escaped(text) + "</\(name)>\n".utf8
  }

  /// An element without anything in it.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String?)] = []) {
    open(name, attributes)
    bytes += "/>\n".utf8
  }

  /// An element with what the closure writes in it.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String?)] = [], _ body: (inout XMLWriter) -> Void) {
    open(name, attributes)
    bytes += ">\n".utf8
    depth += 1
    body(&self)
    depth -= 1
    bytes += Array(repeating: 0x20, count: depth * 2) + "</\(name)>\n".utf8
  }

  private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String?)]) {
    bytes += Array(repeating: 0x20, count: depth * 2) + "<\(name)".utf8
    for case (let name, let value?) in attributes { bytes += " \(name)=\"".utf8 + Self.escaped(value) + "\"".utf8 }
  }

  /// A text as content or as the value of an attribute; what XML cannot hold is shown as a mark.
  static func escaped(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      switch scalar {
      case "&": Array("&amp;".utf8)
      case "<": Array("&lt;".utf8)
      case ">": Array("&gt;".utf8)
      case "\"": Array("&quot;".utf8)
      // Written as they are, a parser would make other white space of them.
      case "\r", "\n", "\t": Array("&#\(scalar.value);".utf8)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: Array("\u{FFFD}".utf8)
      default: Array(String(scalar).utf8)
      }
    }
  }
}
