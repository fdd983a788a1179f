import CLibXML2
import CompetencyCore

/// Finds the place of a value in a file where another value can be written (schrijfanker).
struct WriteAnchor {
  let tree: PlacedTree
  let dialect: Dialect
  private let text: UnsafeBufferPointer<UInt8>
  private let places: [ElementPlace]

  init(_ tree: PlacedTree, _ dialect: Dialect, text: UnsafeBufferPointer<UInt8>) {
    (self.tree, self.dialect, self.text) = (tree, dialect, text)
    places = MarkupPlaces(text).elements
  }

  /// The change that writes a value where an expression finds one from a node; nil when that is not one place.
  func edit(_ expression: Expression, from node: xmlNodePtr, in values: DialectValues, to value: String) -> TextEdit? {
    guard let nodes = try? values.nodes(expression, from: node) else { return nil }
    if nodes.isEmpty { return insertion(expression.text, in: node, value) }
    guard nodes.count == 1, let place = place(of: nodes[0]) else { return nil }
    return nodes[0].pointee.type == XML_ATTRIBUTE_NODE
      ? attribute(nodes[0], in: place, value) : content(of: place, value)
  }

  private func place(of node: xmlNodePtr) -> ElementPlace? {
    tree.number(of: node).flatMap { places.indices.contains($0) ? places[$0] : nil }
  }

  private func attribute(_ node: xmlNodePtr, in place: ElementPlace, _ value: String) -> TextEdit? {
    // What was added to number a table stands in no file.
    let local = Array(string(node.pointee.name).utf8)
    let prefix = UnsafeRawPointer(node).assumingMemoryBound(to: xmlAttr.self).pointee.ns?.pointee.prefix
    let name = prefix.map { Array(string($0).utf8) + [Sign.colon] + local } ?? local
    guard let found = place.attributes.first(where: { text[$0.name].elementsEqual(name) }) else { return nil }
    return TextEdit(range: trimmed(found.value), markup: quoted(value, by: text[found.value.lowerBound - 1]))
  }

  /// The one piece of text in an element that has no elements in it; comments beside it stay.
  private func content(of place: ElementPlace, _ value: String) -> TextEdit? {
    let markup = XMLWriter.escaped(value)
    if place.isEmpty { return filling(place, with: markup) }
    var (pieces, position) = ([(range: Range<Int>, isPlain: Bool)](), place.content.lowerBound)
    while position < place.content.upperBound {
      let end = text[position..<place.content.upperBound].firstIndex(of: Sign.less) ?? place.content.upperBound
      if end > position {
        pieces.append((position..<end, false))
        position = end
        continue
      }
      guard text[position + 1] == Sign.exclamation || text[position + 1] == Sign.question else { return nil }
      let isInstruction = text[position + 1] == Sign.question
      let next =
        isInstruction
        ? MarkupPlaces.end(of: "?>", in: text, from: position) : MarkupPlaces.endOfComment(in: text, from: position)
      if text[position...].starts(with: "<![CDATA[".utf8) { pieces.append((position + 9..<next - 3, true)) }
      position = next
    }
    let filled = pieces.filter { !text[$0.range].allSatisfy(isWhiteSpace) }
    guard filled.count < 2 else { return nil }
    guard let piece = filled.first ?? pieces.first else {
      return TextEdit(range: place.content.lowerBound..<place.content.lowerBound, markup: markup)
    }
    return TextEdit(
      range: trimmed(piece.range), markup: piece.isPlain ? Array(value.utf8) : markup, isPlain: piece.isPlain)
  }

  /// The change that makes `<a/>` an element with this in it.
  private func filling(_ place: ElementPlace, with markup: [UInt8]) -> TextEdit {
    let slash = text[..<(place.tag.upperBound - 1)].lastIndex(of: Sign.slash) ?? place.tag.upperBound - 2
    return TextEdit(
      range: slash..<place.tag.upperBound, markup: [Sign.greater] + markup + "</".utf8 + text[place.name] + [Sign.greater])
  }

  /// The change that adds a value that is not there yet: an attribute, or the only element in another.
  private func insertion(_ step: String, in node: xmlNodePtr, _ value: String) -> TextEdit? {
    guard let element = TreeElement(elementAt: node), let place = place(of: node) else { return nil }
    let bytes = Array(step.utf8)
    if bytes.first == UInt8(ascii: "@"), isName(bytes.dropFirst()), !bytes.contains(Sign.colon) {
      let end = place.name.upperBound
      let after = place.attributes.last.map { $0.value.upperBound + 1 } ?? end
      return TextEdit(
        range: after..<after, markup: [0x20] + bytes.dropFirst() + "=\"".utf8 + XMLWriter.escaped(value) + "\"".utf8)
    }
    let parts = bytes.split(separator: Sign.colon, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(isName), let local = parts.last, element.children.isEmpty,
      isIn(element, prefix: parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : nil),
      text[place.content].allSatisfy(isWhiteSpace)
    else { return nil }
    // As the element around it is written, so is the one in it: both are of one namespace.
    let prefix = text[place.name].lastIndex(of: Sign.colon).map { Array(text[place.name.lowerBound...$0]) } ?? []
    let name = prefix + local
    let markup = [Sign.less] + name + [Sign.greater] + XMLWriter.escaped(value) + "</".utf8 + name + [Sign.greater]
    return place.isEmpty ? filling(place, with: markup) : TextEdit(range: place.content, markup: markup)
  }

  private func isIn(_ element: TreeElement, prefix: String?) -> Bool {
    let wanted = prefix.flatMap { prefix in dialect.namespaces.first { sameScalars($0.prefix, prefix) }?.uri }
    guard let wanted, let found = element.namespace else { return wanted == nil && prefix == nil && element.namespace == nil }
    return sameScalars(wanted, found)
  }

  private func quoted(_ value: String, by quote: UInt8) -> [UInt8] {
    XMLWriter.escaped(value).flatMap { $0 == Sign.apostrophe && quote == Sign.apostrophe ? Array("&apos;".utf8) : [$0] }
  }

  /// A range without the white space around what stands in it; the whole of it when nothing else does.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = text[range].firstIndex(where: { !isWhiteSpace($0) }),
      let last = text[range].lastIndex(where: { !isWhiteSpace($0) })
    else { return range }
    return first..<last + 1
  }
}

private func isName(_ bytes: some Collection<UInt8>) -> Bool {
  guard let first = bytes.first, beginsName(first), first != Sign.colon else { return false }
  return bytes.allSatisfy { beginsName($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2E }
}

extension TreeElements {
  /// Whether there is none.
  fileprivate var isEmpty: Bool {
    var elements = self
    return elements.next() == nil
  }
}
