import CLibXML2
import CompetencyCore

/// A tree of our own, parsed or copied from another.
final class OwnDocument {
  /// The outermost element.
  let root: TreeElement
  private let document: xmlDocPtr

  /// A tree with a copy of an element: with everything in it, or with its attributes only.
  init(copying element: TreeElement, whole: Bool) throws(Fault) {
    guard let document = xmlNewDoc("1.0") else { throw Fault(.unexpected) }
    guard let copy = xmlDocCopyNode(element.node, document, whole ? 1 : 2) else {
      xmlFreeDoc(document)
      throw Fault(.unexpected)
    }
    xmlDocSetRootElement(document, copy)
    (self.document, root) = (document, TreeElement(copy))
  }

  /// A tree that was parsed; nil for one without an element.
  init?(adopting document: xmlDocPtr) {
    guard let root = TreeElement(elementAt: xmlDocGetRootElement(document)) else {
      xmlFreeDoc(document)
      return nil
    }
    (self.document, self.root) = (document, root)
  }

  deinit { xmlFreeDoc(document) }

  /// Adds a copy of an element at the end of the root.
  func append(copyOf element: TreeElement, whole: Bool) throws(Fault) -> TreeElement {
    guard let copy = xmlDocCopyNode(element.node, document, whole ? 1 : 2) else { throw Fault(.unexpected) }
    xmlAddChild(root.node, copy)
    return TreeElement(copy)
  }
}

/// Walks an element and a copy of it side by side.
func forEachPair(_ element: TreeElement, _ copy: TreeElement, _ body: (TreeElement, TreeElement) -> Void) {
  body(element, copy)
  for (child, copiedChild) in zip(element.children, copy.children) { forEachPair(child, copiedChild, body) }
}
