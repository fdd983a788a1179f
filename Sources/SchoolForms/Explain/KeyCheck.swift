import CompetencyCore

/// Finds keys that are given twice in a form, and references to attachments that are not in it.
struct KeyCheck {
  /// What was found.
  private(set) var faults: [Fault] = []

  /// Looks at one form.
  init(form: TreeElement) {
    noteDoubles(children("taak", in: form.first("voortgang")), "code")
    noteDoubles(children("afspraak", in: form.first("afspraken")), "id")
    let attachments = children("bijlage", in: form.first("bijlagen"))
    noteDoubles(attachments, "id")
    let known = Set(attachments.compactMap { $0.attribute("id").map { ExactKey(collapsed($0)) } })
    for task in children("taak", in: form.first("voortgang")) {
      for proof in task.children("oordeel").flatMap({ Array($0.children("bewijs")) }) {
        guard let id = proof.attribute("bijlage").map(collapsed), !known.contains(ExactKey(id)) else { continue }
        faults.append(unknownReference(proof, name: "bijlage", in: proof, value: id))
      }
    }
  }

  private func children(_ name: StaticString, in element: TreeElement?) -> [TreeElement] {
    element.map { Array($0.children(name)) } ?? []
  }

  private mutating func noteDoubles(_ elements: [TreeElement], _ name: StaticString) {
    var lines: [ExactKey: Int] = [:]
    for element in elements {
      guard let value = element.attribute(name).map(collapsed) else { continue }
      if let first = lines[ExactKey(value)] {
        faults.append(duplicate(element, name: name.description, value: value, firstLine: first))
      } else {
        lines[ExactKey(value)] = element.mark.line
      }
    }
  }
}

/// A key that was given before, on that line.
func duplicate(_ element: TreeElement, name: String, value: String, firstLine: Int) -> Fault {
  let values = ["name": name, "element": quoted(element.name, most: 40), "value": quoted(value), "first": String(firstLine)]
  return Fault(
    .schema_fault, kind: SchemaFaultKind.duplicate, line: element.mark.line, path: element.path, values: values)
}

/// A key that nothing in the message has.
func unknownReference(_ element: TreeElement, name: String, in parent: TreeElement, value: String) -> Fault {
  let values = ["name": name, "element": quoted(parent.name, most: 40), "value": quoted(value)]
  return Fault(
    .schema_fault, kind: SchemaFaultKind.unknown_reference, line: element.mark.line, path: element.path, values: values)
}

/// A key that is the same to the code point.
struct ExactKey: ExactText {
  let text: String
  init(_ text: String) { self.text = text }
}
