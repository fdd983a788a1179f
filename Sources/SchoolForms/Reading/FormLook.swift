import CompetencyCore

/// What the forms of a message need of what stands before them.
struct FormContext: Sendable {
  let mapping: FormMapping
  let guardian: CitizenNumberGuard
  /// The start tag of the root on one line, and its end tag: what a form stands in when it is parsed by itself.
  let rootTag: [UInt8]
  let endTag: [UInt8]
}

/// Forms of one message that are looked at together.
struct FormBatch: Sendable {
  let context: FormContext
  /// The forms with how manieth of the message they are.
  var forms: [(number: Int, part: Part)] = []
  /// Whether what is wrong is told in full; when the list of faults is full already it is only counted.
  let isExplaining: Bool

  var byteCount: Int { forms.reduce(0) { $0 + $1.part.bytes.count } }
}

/// What came of a look at some forms.
struct FormFindings: Sendable {
  /// The forms that are right, in their order.
  var forms: [SchoolForm] = []
  /// The id of each form, with its line and how manieth it is.
  var ids: [(id: String, line: Int, number: Int)] = []
  var faults = FaultList()
  /// The fault after which nothing more of the file can be read.
  var fatal: Fault?
}

/// What one thread needs to look at forms; for one thread at a time.
final class Workbench: @unchecked Sendable {
  let schema: Schema
  let parser: TreeParser
  let check: SchemaCheck
  /// The last start tag that was found to begin a message of ours.
  var messageTag: [UInt8] = []

  init(_ schema: Schema) throws(Fault) {
    (self.schema, parser, check) = (schema, try TreeParser(), try SchemaCheck(schema))
  }

  /// Looks at forms by themselves, one after another.
  func look(at batch: FormBatch) -> FormFindings {
    var findings = FormFindings()
    for (number, part) in batch.forms {
      do throws(Fault) {
        try look(into: part, number: number, in: batch.context) { (form) throws(Fault) in try look(at: form, batch, &findings) }
      } catch {
        findings.fatal = error
        return findings
      }
    }
    return findings
  }

  /// Looks into a part in a copy of its root; its tree lives as long as the look.
  func look(
    into part: Part, number: Int, in context: FormContext, _ body: (TreeElement) throws(Fault) -> Void
  ) throws(Fault) {
    var bytes = context.rootTag
    bytes.reserveCapacity(bytes.count + part.bytes.count + context.endTag.count)
    bytes += part.bytes
    bytes += context.endTag
    let tree = try parser.tree(of: bytes, firstLine: part.firstLine, ownBytes: context.rootTag.count)
    defer { withExtendedLifetime(tree) {} }
    guard let element = tree.root.children.first(where: { _ in true }) else { throw Fault(.unexpected) }
    var table = LineTable(part.lines)
    table.markAll(element, formNumber: number)
    try body(element)
  }

  private func look(at form: TreeElement, _ batch: FormBatch, _ findings: inout FormFindings) throws(Fault) {
    guard form.isForm else {
      findings.faults.add(unexpected(form))
      return
    }
    let context = batch.context
    if let id = form.token("id") { findings.ids.append((id, form.mark.line, form.mark.formNumber)) }
    let before = findings.faults.count
    context.mapping.scales.noteUnknownLevels(in: form, noting: &findings.faults)
    context.guardian.look(into: form, noting: &findings.faults)
    if check.accepts(form) {
      if findings.faults.isEmpty { keep(form, by: context.mapping, &findings) }
    } else if batch.isExplaining, !findings.faults.isFull, let model = schema.message.inside["formulier"] {
      try explain(form, against: model, by: check, noting: &findings.faults)
      noteWrongKeys(in: form, noting: &findings.faults)
      if findings.faults.count == before { findings.faults.add(unexplained(form)) }
    } else {
      findings.faults.add(unexplained(form))
    }
  }

  /// Makes the form of an element that is as the schema says.
  func keep(_ element: TreeElement, by mapping: FormMapping, _ findings: inout FormFindings) {
    do throws(Fault) { findings.forms.append(try mapping.form(element)) } catch { findings.faults.add(error) }
  }

  private func unexpected(_ element: TreeElement) -> Fault {
    let values = ["element": quoted(element.name, most: 40), "parent": "bericht"]
    return Fault(
      .schema_fault, kind: SchemaFaultKind.unexpected_element, line: element.mark.line, path: element.path, values: values)
  }
}
