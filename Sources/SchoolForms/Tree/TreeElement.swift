import CLibXML2

/// An element of a libxml2 tree, good for as long as its tree lives.
struct TreeElement {
  let node: xmlNodePtr

  init(_ node: xmlNodePtr) { self.node = node }

  /// The element that a node is; nil for text, comments and the like.
  init?(elementAt node: xmlNodePtr?) {
    guard let node, node.pointee.type == XML_ELEMENT_NODE else { return nil }
    self.node = node
  }

  /// The name without a prefix.
  var name: String { string(node.pointee.name) }

  /// The name of the namespace; nil outside every namespace.
  var namespace: String? { node.pointee.ns.map { string($0.pointee.href) } }

  /// Whether the name without a prefix is this one.
  func isNamed(_ name: StaticString) -> Bool { xmlStrEqual(node.pointee.name, name.utf8Start) != 0 }

  /// Whether it is an element of our schema.
  var isOurs: Bool {
    guard let namespace = node.pointee.ns else { return false }
    return xmlStrEqual(namespace.pointee.href, Self.ourNamespace.utf8Start) != 0
  }

  /// The namespace of our schema; it carries the major version only.
  static let ourNamespace: StaticString = "urn:vakmatrix:voortgangsformulier:1"

  /// The elements in it, in their order.
  var children: TreeElements { TreeElements(coming: node.pointee.children, name: nil) }

  /// The elements of this name in it, in their order.
  func children(_ name: StaticString) -> TreeElements { TreeElements(coming: node.pointee.children, name: name) }

  /// The first element of this name in it.
  func first(_ name: StaticString) -> TreeElement? {
    var elements = children(name)
    return elements.next()
  }

  /// The element that it stands in.
  var parent: TreeElement? { TreeElement(elementAt: node.pointee.parent) }

  /// The text that stands in it itself, comments left out, CDATA or not.
  var text: String {
    guard let first = node.pointee.children else { return "" }
    if first.pointee.next == nil { return isText(first) ? string(first.pointee.content) : "" }
    return sequence(first: first) { $0.pointee.next }.filter(isText).map { string($0.pointee.content) }.joined()
  }

  /// Its attributes, in no order that matters.
  var attributes: TreeAttributes { TreeAttributes(coming: node.pointee.properties) }

  /// The value of an attribute outside every namespace; nil when it is not there.
  func attribute(_ name: StaticString) -> String? {
    for attribute in attributes where attribute.node.pointee.ns == nil {
      if xmlStrEqual(attribute.node.pointee.name, name.utf8Start) != 0 { return attribute.value }
    }
    return nil
  }
}

/// The elements that stand in an element, all or those of one name.
struct TreeElements: Sequence, IteratorProtocol {
  fileprivate var coming: xmlNodePtr?
  fileprivate let name: StaticString?

  mutating func next() -> TreeElement? {
    while let node = coming {
      coming = node.pointee.next
      if let element = TreeElement(elementAt: node), name.map(element.isNamed) ?? true { return element }
    }
    return nil
  }
}

/// The attributes of an element.
struct TreeAttributes: Sequence, IteratorProtocol {
  fileprivate var coming: xmlAttrPtr?

  mutating func next() -> TreeAttribute? {
    guard let node = coming else { return nil }
    coming = node.pointee.next
    return TreeAttribute(node: node)
  }
}

/// An attribute of an element.
struct TreeAttribute {
  let node: xmlAttrPtr

  /// The name without a prefix.
  var name: String { string(node.pointee.name) }

  /// The value, references replaced.
  var value: String {
    guard let first = node.pointee.children else { return "" }
    if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE { return string(first.pointee.content) }
    guard let whole = xmlNodeListGetString(node.pointee.doc, first, 1) else { return "" }
    defer { vakmatrix_xml_free(whole) }
    return string(whole)
  }
}

private func isText(_ node: xmlNodePtr) -> Bool {
  node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
}

/// A string of libxml2, which is UTF-8 that ends with a zero.
func string(_ text: UnsafePointer<UInt8>?) -> String { text.map { String(cString: $0) } ?? "" }

extension TreeElement {
  /// Whether it is a form of our schema.
  var isForm: Bool { isNamed("formulier") && isOurs }
}
