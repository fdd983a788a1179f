import CLibXML2
import CompetencyCore

/// Finds burgerservicenummers in the XML of a school that has no schema here: in whatever is named after one by its own
/// name, by an attribute (a field of a PDF form), by the heading of its column, or by the cell before it.
struct NamedNumberGuard {
  let tree: PlacedTree

  /// Notes what is found in the whole file; the number itself is in no fault.
  func look(noting faults: inout FaultList) {
    look(into: tree.root, name: nil, &faults)
    if TablePreparation.isWorkbook(tree.root) {
      for sheet in tree.root.children("Worksheet") {
        for table in sheet.children("Table") { look(intoTable: table, &faults) }
      }
    }
  }

  /// - Parameter name: the name of the nearest thing around it that is named after a number.
  private func look(into element: TreeElement, name: String?, _ faults: inout FaultList) {
    let name = Self.nameAfterNumber(of: element) ?? name
    if let name, Self.holdsNumber(element.text) { faults.add(fault(element, name: name)) }
    for attribute in element.attributes {
      let isNamed = isNamedAfterNumber(attribute.node.pointee.name)
      guard name != nil || isNamed, Self.holdsNumber(attribute.value) else { continue }
      faults.add(fault(element, name: isNamed ? attribute.name : name ?? ""))
    }
    for child in element.children { look(into: child, name: name, &faults) }
  }

  private func look(intoTable table: TreeElement, _ faults: inout FaultList) {
    var suspects: [Int: String] = [:]
    for row in table.children("Row") {
      var (next, before) = (1, String?.none)
      for cell in row.children("Cell") {
        let column = TablePreparation.index(of: cell) ?? next
        let text = collapsed(XPathRun.text(of: cell.node))
        if let name = suspects[column] ?? before, Self.holdsNumber(text) { faults.add(fault(cell, name: name)) }
        before = Self.isNamed(text) ? text : nil
        if let before { suspects[column] = before }
        next = column + 1 + (TablePreparation.whole(cell, "MergeAcross") ?? 0)
      }
    }
  }

  /// What names an element after a number: its own name, or the value of one of its attributes.
  private static func nameAfterNumber(of element: TreeElement) -> String? {
    if isNamedAfterNumber(element.node.pointee.name) { return element.name }
    // Of the headings that we added, columns are looked into by themselves.
    let own = element.attributes.filter { attribute in
      attribute.node.pointee.ns.map { !sameScalars(string($0.pointee.href), TablePreparation.namespace) } ?? true
    }
    return own.map(\.value).first(where: isNamed)
  }

  /// Whether a short text names a number; what is long is no name.
  private static func isNamed(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    return text.withCString { start in
      start.withMemoryRebound(to: UInt8.self, capacity: text.utf8.count + 1) { isNamedAfterNumber($0) }
    }
  }

  private static func holdsNumber(_ text: String) -> Bool { CitizenNumber.occurs(in: text) || CitizenNumber.isWhole(text) }

  private func fault(_ element: TreeElement, name: String) -> Fault {
    var fault = Fault(.bsn_refused, values: ["name": quoted(name, most: 40)])
    (fault.line, fault.path) = (tree.line(of: element.node), tree.path(of: element.node))
    return fault
  }
}
