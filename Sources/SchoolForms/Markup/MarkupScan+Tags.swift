import CompetencyCore

extension MarkupScan {
  /// `<name attribute="value">`, from its `<`.
  mutating func startTag() throws(Fault) {
    guard beginsName(bytes[position + 1]) else { throw fault(.stray_less_than) }
    if hasRoot && open.isEmpty { throw fault(.outside_root) }
    let (start, startLine) = (position, line)
    position += 1
    let name = takeName()
    guard position < bytes.count else { throw cutTag(from: start) }
    try noteElement(name: name, line: startLine)
    var attributes = 0
    while position < bytes.count, bytes[position] != Sign.greater {
      switch bytes[position] {
      case Sign.quote, Sign.apostrophe:
        attributes += 1
        if attributes > Limits.attributes { throw tooLarge(.attributes, limit: String(Limits.attributes)) }
        try attributeValue(ofTagFrom: start)
        try checkTag(from: start)
      case Sign.less:
        throw fault(.unfinished_tag, values: ["tag": shownName(name), "opened": String(startLine)])
      default:
        countLineEnd()
        position += 1
      }
    }
    guard position < bytes.count else { throw cutTag(from: start) }
    try checkTag(from: start)
    let isEmpty = bytes[position - 1] == Sign.slash
    position += 1
    textBytes = 0
    try checkSizes()
    if isEmpty { noteEnd() }
  }

  /// `</name>`, from its `<`.
  mutating func endTag() throws(Fault) {
    let start = position
    position += 2
    let name = takeName()
    while position < bytes.count, isWhiteSpace(bytes[position]) {
      countLineEnd()
      position += 1
    }
    guard position < bytes.count else { throw cutTag(from: start) }
    guard bytes[position] == Sign.greater else { throw fault(.unfinished_tag, values: tagValues(name)) }
    guard let last = open.last else {
      position = start
      throw fault(.outside_root)
    }
    guard isName(name, of: last) else {
      position = start
      let opened = open.count == 1 ? shown(rootName) : shownName(last.name)
      let values = ["tag": opened, "opened": String(last.line), "found": shownName(name)]
      throw fault(.unclosed_tag, values: values)
    }
    position += 1
    textBytes = 0
    try checkSizes()
    noteEnd()
  }

  private func isName(_ name: Range<Int>, of element: OpenElement) -> Bool {
    open.count == 1 ? bytes[name].elementsEqual(rootName) : bytes[name].elementsEqual(bytes[element.name])
  }

  /// The name at the position, up to a sign that ends names; libxml2 looks at the rest of its spelling.
  private mutating func takeName() -> Range<Int> {
    let start = position
    while position < bytes.count, !endsName(bytes[position]) { position += 1 }
    return start..<position
  }

  /// `"value"`, from its first quote.
  private mutating func attributeValue(ofTagFrom start: Int) throws(Fault) {
    let quote = bytes[position]
    position += 1
    while position < bytes.count, bytes[position] != quote {
      switch bytes[position] {
      case Sign.less: throw fault(.missing_quote)
      case Sign.ampersand: try reference()
      case ...0x20:
        countLineEnd()
        position += 1
      default: position += 1
      }
    }
    guard position < bytes.count else { throw cutTag(from: start) }
    position += 1
  }

  /// The piece stops inside a tag, which may be over the limit already.
  private func cutTag(from start: Int) -> Fault {
    position - start > Limits.tagBytes ? tooLarge(.tag, limit: writtenSize(Limits.tagBytes)) : truncated()
  }

  private func checkTag(from start: Int) throws(Fault) {
    if position - start > Limits.tagBytes { throw tooLarge(.tag, limit: writtenSize(Limits.tagBytes)) }
  }

  /// Throws when what was read so far goes over a limit of the file.
  func checkSizes() throws(Fault) {
    guard let passed = sizes.passedLimit(at: position, open: open.count) else { return }
    throw tooLarge(passed.0, limit: passed.limit)
  }

  private func tagValues(_ name: Range<Int>) -> [String: String] {
    ["tag": "/" + shownName(name), "opened": String(line)]
  }
}

/// A letter, an underscore, a colon or a sign outside ASCII.
func beginsName(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte == Sign.colon || byte >= 0x80
}

private func endsName(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x2F, 0x3C, 0x3D, 0x22, 0x27, 0x26: true
  default: false
  }
}
