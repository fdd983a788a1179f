import CLibXML2

/// Where an element stands, kept on its node in the field that libxml2 leaves to its users.
struct Mark {
  /// The line of its tag.
  let line: Int
  /// For a form, how manieth of the message it is, from 1; 0 for any other element.
  var formNumber = 0
}

extension TreeElement {
  /// Where it stands.
  var mark: Mark {
    get {
      let bits = UInt(bitPattern: node.pointee._private)
      return Mark(line: Int(bits & 0xFFFF_FFFF), formNumber: Int(bits >> 32))
    }
    nonmutating set {
      node.pointee._private = UnsafeMutableRawPointer(bitPattern: UInt(newValue.line) | UInt(newValue.formNumber) << 32)
    }
  }

  /// Of an element of a copied tree, the element that it was copied from; nil for one that was added.
  var original: TreeElement? {
    get { node.pointee._private.map { TreeElement($0.assumingMemoryBound(to: xmlNode.self)) } }
    nonmutating set { node.pointee._private = newValue.map { UnsafeMutableRawPointer($0.node) } }
  }

  /// The path of it, as `/bericht/formulier[2]/voortgang/taak[3]/oordeel`; it stands in a marked tree.
  var path: String {
    let step = "/" + quoted(name, most: 40)
    guard let parent else { return step }
    if mark.formNumber > 0 { return parent.path + step + "[\(mark.formNumber)]" }
    var (before, after, isBefore) = (0, 0, true)
    for child in parent.children where xmlStrEqual(child.node.pointee.name, node.pointee.name) != 0 {
      if child.node == node { isBefore = false } else if isBefore { before += 1 } else { after += 1; break }
    }
    return parent.path + step + (before + after > 0 ? "[\(before + 1)]" : "")
  }
}

/// The lines of the elements that are still to come, in the order of the document.
struct LineTable {
  private let lines: [UInt32]
  private var next = 0

  init(_ lines: [UInt32]) { self.lines = lines }

  /// Marks the next element of the document, without what stands in it.
  mutating func mark(_ element: TreeElement) {
    element.mark = Mark(line: next < lines.count ? Int(lines[next]) : 0)
    next += 1
  }

  /// Marks the next element of the document with everything in it.
  mutating func markAll(_ element: TreeElement, formNumber: Int = 0) {
    mark(element)
    element.mark.formNumber = formNumber
    for child in element.children { markAll(child) }
  }
}
