/// Where one element stands in a text: its tags, its attributes and what is between.
struct ElementPlace {
  /// An attribute: its name, and its value between the quotes.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }
  /// The name in its start tag, with its prefix.
  var name: Range<Int>
  var attributes: [Attribute] = []
  /// The start tag, from its `<` past its `>`.
  var tag: Range<Int>
  /// Whether it is written as one tag, `<a/>`.
  var isEmpty = false
  /// What is between its tags; empty for one tag.
  var content: Range<Int>
  /// Past its end tag, or past the one tag.
  var end = 0
  /// All of it, with its tags.
  var whole: Range<Int> { tag.lowerBound..<max(end, tag.upperBound) }
}

/// Finds the elements of a text that is known to be well-formed, in the order in which they begin.
///
/// libxml2 knows lines only; to change a file and leave all else as it is, one must know bytes.
struct MarkupPlaces {
  private(set) var elements: [ElementPlace] = []
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var open: [Int] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    while let tag = text[position...].firstIndex(of: Sign.less) {
      position = tag
      switch position + 1 < text.count ? text[position + 1] : 0 {
      case Sign.slash: endTag()
      case Sign.question: position = Self.end(of: "?>", in: text, from: position)
      case Sign.exclamation: position = Self.endOfComment(in: text, from: position)
      default: startTag()
      }
    }
  }

  private mutating func startTag() {
    let start = position
    position += 1
    let name = takeName()
    var place = ElementPlace(name: name, tag: start..<start, content: start..<start)
    while position < text.count, text[position] != Sign.greater {
      if text[position] == Sign.slash || isWhiteSpace(text[position]) {
        position += 1
        continue
      }
      let attribute = takeName()
      guard let quote = text[position...].firstIndex(where: { $0 == Sign.quote || $0 == Sign.apostrophe }),
        let end = text[(quote + 1)...].firstIndex(of: text[quote])
      else { break }
      place.attributes.append(.init(name: attribute, value: quote + 1..<end))
      position = end + 1
    }
    place.isEmpty = text[position - 1] == Sign.slash
    position = min(position + 1, text.count)
    place.tag = start..<position
    place.content = position..<position
    if !place.isEmpty { open.append(elements.count) }
    elements.append(place)
  }

  private mutating func endTag() {
    let end = (text[position...].firstIndex(of: Sign.greater) ?? text.count - 1) + 1
    if let element = open.popLast() {
      elements[element].content = elements[element].content.lowerBound..<position
      elements[element].end = end
    }
    position = end
  }

  private mutating func takeName() -> Range<Int> {
    let start = position
    while position < text.count, !isWhiteSpace(text[position]), ![0x3D, Sign.slash, Sign.greater].contains(text[position]) {
      position += 1
    }
    return start..<position
  }

  /// The end of a comment or of a section, which begins here.
  static func endOfComment(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    end(of: text[start...].starts(with: "<!--".utf8) ? "-->" : "]]>", in: text, from: start)
  }

  /// Past the next of these signs.
  static func end(of signs: StaticString, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let signs = Array(signs.description.utf8)
    let found = text.indices[start...].first { text[$0...].starts(with: signs) }
    return found.map { $0 + signs.count } ?? text.count
  }
}
