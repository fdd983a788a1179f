import CompetencyCore

/// Notes keys that are given twice in a form, and references to attachments that are not in it.
func noteWrongKeys(in form: TreeElement, noting faults: inout FaultList) {
  let tasks = children("taak", in: form.first("voortgang"))
  let attachments = children("bijlage", in: form.first("bijlagen"))
  noteDoubles(tasks, "code", noting: &faults)
  noteDoubles(children("afspraak", in: form.first("afspraken")), "id", noting: &faults)
  noteDoubles(attachments, "id", noting: &faults)
  let known = Set(attachments.compactMap { $0.token("id").map(ExactKey.init) })
  for proof in tasks.flatMap({ children("oordeel", in: $0) }).flatMap({ children("bewijs", in: $0) }) {
    guard let id = proof.token("bijlage"), !known.contains(ExactKey(id)) else { continue }
    faults.add(unknownReference(proof, name: "bijlage", in: proof, value: id))
  }
}

private func children(_ name: StaticString, in element: TreeElement?) -> [TreeElement] {
  element.map { Array($0.children(name)) } ?? []
}

private func noteDoubles(_ elements: [TreeElement], _ name: StaticString, noting faults: inout FaultList) {
  var lines: [ExactKey: Int] = [:]
  for element in elements {
    guard let value = element.token(name) else { continue }
    if let first = lines[ExactKey(value)] {
      faults.add(duplicate(element, name: name.description, value: value, firstLine: first))
    } else {
      lines[ExactKey(value)] = element.mark.line
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
