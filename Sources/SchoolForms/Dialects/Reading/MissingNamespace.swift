import CLibXML2

/// Reads elements without a namespace as if they were in one, for as long as a dialect is tried.
///
/// The same program writes XFDF with its namespace and without; one dialect reads both.
struct MissingNamespace {
  private var changed: [TreeElement] = []

  /// Puts the elements without a namespace into the one that may be missing, if a dialect has one.
  init(in root: TreeElement, for dialect: Dialect) {
    guard root.namespace == nil, let uri = dialect.namespaces.first(where: \.mayBeMissing)?.uri else { return }
    let known = xmlSearchNsByHref(root.node.pointee.doc, root.node, uri)
    // A prefix that the root does not have yet; another dialect may have been tried before.
    var (declared, next) = (0, root.node.pointee.nsDef)
    while let space = next { (declared, next) = (declared + 1, space.pointee.next) }
    guard let space = known ?? xmlNewNs(root.node, uri, "vakmatrix.ns\(declared)") else { return }
    fill(root, space)
  }

  private mutating func fill(_ element: TreeElement, _ space: xmlNsPtr) {
    if element.node.pointee.ns == nil {
      element.node.pointee.ns = space
      changed.append(element)
    }
    for child in element.children { fill(child, space) }
  }

  /// Takes them out again.
  func undo() { for element in changed { element.node.pointee.ns = nil } }
}
