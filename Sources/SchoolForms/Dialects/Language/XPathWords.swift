/// A word of an XPath expression.
enum XPathWord: Equatable {
  case axis(String), function(String), nodeTest(String), name(prefix: String?), variable(String)
  case open(UInt8), close(UInt8)
  case descendant, root, comparison
  case other

  /// The words of an expression; nil where a sign or a quote cannot be read.
  static func all(of text: String) -> [XPathWord]? {
    var reading = XPathWordReading(bytes: Array(text.utf8))
    while reading.position < reading.bytes.count { guard reading.take() else { return nil } }
    return reading.words
  }
}

/// Cuts an expression into words, so that each can be held against the lists before libxml2 compiles it.
private struct XPathWordReading {
  let bytes: [UInt8]
  var position = 0
  var words: [XPathWord] = []

  /// Takes the next word; false when there is none.
  mutating func take() -> Bool {
    let byte = bytes[position]
    if isWhiteSpace(byte) { position += 1; return true }
    if byte == Sign.quote || byte == Sign.apostrophe { return takeLiteral(byte) }
    if isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(isDigit) ?? false) {
      while let next = peek(0), isDigit(next) || next == UInt8(ascii: ".") { position += 1 }
      return add(.other, 0)
    }
    if beginsXPathName(byte) { return takeName() }
    switch byte {
    case UInt8(ascii: "$"):
      position += 1
      guard let next = peek(0), beginsXPathName(next) else { return false }
      return add(.variable(name()), 0)
    case UInt8(ascii: "("), UInt8(ascii: "["): return add(.open(byte), 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return add(.close(byte), 1)
    case Sign.slash: return takeSlash()
    case UInt8(ascii: "!"): return peek(1) == UInt8(ascii: "=") && add(.comparison, 2)
    case UInt8(ascii: "="), Sign.less, Sign.greater:
      return add(.comparison, peek(1) == UInt8(ascii: "=") ? 2 : 1)
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "|"):
      return add(.other, 1)
    default: return false
    }
  }

  private mutating func takeLiteral(_ quote: UInt8) -> Bool {
    guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { return false }
    position = end + 1
    return add(.other, 0)
  }

  private mutating func takeSlash() -> Bool {
    if peek(1) == Sign.slash { return add(.descendant, 2) }
    // A slash at the beginning of a path is the document itself.
    switch words.last {
    case nil, .open, .comparison: return add(.root, 1)
    case .other where !endsStep(bytes[..<position]): return add(.root, 1)
    default: return add(.other, 1)
    }
  }

  private mutating func takeName() -> Bool {
    let first = name()
    if peek(0) == Sign.colon, peek(1) == Sign.colon {
      return add(.axis(first), 2)
    }
    var prefix: String?
    if peek(0) == Sign.colon, let next = peek(1), beginsXPathName(next) || next == UInt8(ascii: "*") {
      prefix = first
      position += 1
      if next == UInt8(ascii: "*") { return add(.name(prefix: prefix), 1) }
    }
    let last = prefix == nil ? first : name()
    var next = position
    while next < bytes.count, isWhiteSpace(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "(") else { return add(.name(prefix: prefix), 0) }
    if prefix == nil, ["node", "text", "comment", "processing-instruction"].contains(last) { return add(.nodeTest(last), 0) }
    // Operators may stand before a parenthesis as functions do.
    if prefix == nil, ["and", "or", "div", "mod"].contains(last), !words.isEmpty { return add(.other, 0) }
    return add(.function((prefix.map { $0 + ":" } ?? "") + last), 0)
  }

  private mutating func name() -> String {
    let start = position
    while let next = peek(0), continuesXPathName(next) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func add(_ word: XPathWord, _ length: Int) -> Bool {
    words.append(word)
    position += length
    return true
  }

  private func peek(_ offset: Int) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }

  /// Whether the last sign before a slash ends a step: `.`, `*` or a quote.
  private func endsStep(_ before: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last(where: { !isWhiteSpace($0) }) else { return false }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "*") || last == Sign.quote || last == Sign.apostrophe
      || isDigit(last)
  }
}

private func beginsXPathName(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte >= 0x80
}

private func continuesXPathName(_ byte: UInt8) -> Bool {
  beginsXPathName(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E
}
