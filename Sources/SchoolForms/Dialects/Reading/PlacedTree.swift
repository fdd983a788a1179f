import CLibXML2
import CompetencyCore

/// A whole file as a tree, in which every element knows its line and its path.
///
/// Other than a message of ours a file of a school is small enough to be held as a whole, and XPath needs that.
final class PlacedTree {
  let document: xmlDocPtr
  /// The outermost element.
  let root: TreeElement
  private let lines: [UInt32]
  /// Of each element, by its order in the file, how manieth of its name it is in its parent, from 1.
  private var positions: [UInt32] = []
  /// Whether its parent has more of its name.
  private var isOneOfMore: [Bool] = []

  /// The tree of checked text; `lines` are those of its elements in their order.
  init(_ text: UnsafeBufferPointer<UInt8>, lines: [UInt32]) throws(Fault) {
    if text.count > Limits.otherFileBytes {
      throw Fault(.too_large, kind: SizeFaultKind.other_file, values: ["limit": writtenSize(Limits.otherFileBytes)])
    }
    if lines.count > Limits.otherFileElements {
      throw Fault(.too_large, kind: SizeFaultKind.other_elements, values: ["limit": String(Limits.otherFileElements)])
    }
    document = try parse(text)
    guard let root = TreeElement(elementAt: xmlDocGetRootElement(document)) else {
      xmlFreeDoc(document)
      throw Fault(.truncated)
    }
    (self.root, self.lines) = (root, lines)
    positions.reserveCapacity(lines.count)
    isOneOfMore.reserveCapacity(lines.count)
    place(root, position: 1)
    // XPath then puts nodes in the order of the file without walking there and back.
    xmlXPathOrderDocElems(document)
  }

  deinit { xmlFreeDoc(document) }

  private func place(_ element: TreeElement, position: UInt32) {
    element.node.pointee._private = UnsafeMutableRawPointer(bitPattern: positions.count + 1)
    positions.append(position)
    isOneOfMore.append(position > 1)
    // Names are kept once a document, so the same name is the same pointer.
    var ofName: [UnsafePointer<UInt8>: (count: UInt32, first: Int)] = [:]
    for child in element.children {
      guard let name = child.node.pointee.name else { continue }
      let known = ofName[name]
      if let known { isOneOfMore[known.first] = true }
      ofName[name] = ((known?.count ?? 0) + 1, known?.first ?? positions.count)
      place(child, position: (known?.count ?? 0) + 1)
    }
  }

  /// The line of a node: of its own tag, or of the element that it stands in.
  func line(of node: xmlNodePtr) -> Int? {
    guard let number = number(of: node), number < lines.count else { return nil }
    return Int(lines[number])
  }

  /// The path of a node: `/vpw/student[2]/wp/@code`.
  func path(of node: xmlNodePtr) -> String {
    var steps: [String] = []
    var current: xmlNodePtr? = node
    while let node = current {
      if node.pointee.type == XML_ATTRIBUTE_NODE {
        steps.append("/@" + quoted(string(node.pointee.name), most: 40))
      } else if let element = TreeElement(elementAt: node) {
        let position = number(of: node).flatMap { isOneOfMore[$0] ? "[\(positions[$0])]" : nil } ?? ""
        steps.append("/" + quoted(element.name, most: 40) + position)
      }
      current = node.pointee.parent
    }
    return steps.reversed().joined()
  }

  /// Where a node stands in this file.
  func place(of node: xmlNodePtr, in file: String) -> SourcePlace {
    SourcePlace(file: file, line: line(of: node), path: path(of: node))
  }

  /// The order in the file of the element that a node is or stands in.
  func number(of node: xmlNodePtr) -> Int? {
    var current: xmlNodePtr? = node
    while let node = current {
      if node.pointee.type == XML_ELEMENT_NODE { return Int(bitPattern: node.pointee._private) - 1 }
      current = node.pointee.parent
    }
    return nil
  }
}

/// The document of a text that was looked over; what libxml2 alone finds is told in our words.
private func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) -> xmlDocPtr {
  XMLRuntime.prepare()
  guard let context = xmlNewParserCtxt() else { throw Fault(.unexpected) }
  defer { xmlFreeParserCtxt(context) }
  // Nothing is printed: the fault is asked for.
  let options = XMLRuntime.options | Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
  let start = UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self)
  let document = xmlCtxtReadMemory(context, start, Int32(text.count), nil, "UTF-8", options)
  if let document, context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1 { return document }
  if let document { xmlFreeDoc(document) }
  throw fault(xmlCtxtGetLastError(context)?.pointee)
}

private func fault(_ error: xmlError?) -> Fault {
  guard let error else { return Fault(.not_well_formed, kind: MarkupFaultKind.other) }
  let first = error.str1.map { String(cString: $0) } ?? ""
  var (kind, values) = (MarkupFaultKind.other, [String: String]())
  switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
  case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
    (kind, values) = (.double_attribute, ["attribute": quoted(error.str2.map { String(cString: $0) } ?? first, most: 40)])
  case XML_NS_ERR_UNDEFINED_NAMESPACE: (kind, values) = (.undeclared_prefix, ["prefix": quoted(first, most: 40)])
  case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_SPACE_REQUIRED, XML_ERR_EQUAL_REQUIRED:
    kind = .attribute
  default: break
  }
  let line = error.line > 0 ? Int(error.line) : nil
  return Fault(.not_well_formed, kind: kind, line: line, values: values)
}
