import CLibXML2
import CompetencyCore

/// The values of one file as a dialect reads them, with everything that is wrong with them.
struct DialectValues {
  /// A value with the node that it stands in; of a constant or a computed text the node that it was asked of.
  struct Value {
    let text: String
    let node: xmlNodePtr
  }

  let dialect: Dialect
  let tree: PlacedTree
  let run: XPathRun
  var faults = FaultList()

  init(_ dialect: Dialect, _ tree: PlacedTree) throws(Fault) {
    (self.dialect, self.tree) = (dialect, tree)
    run = try XPathRun(tree.document, dialect: dialect)
  }

  /// The nodes that a `bij` finds, in the order of the file.
  func nodes(_ expression: Expression, from node: xmlNodePtr) throws(Fault) -> [xmlNodePtr] {
    guard case .nodes(let nodes) = try evaluate(expression, node) else { throw wrongType(expression) }
    return nodes
  }

  /// Whether a condition holds.
  func holds(_ condition: Expression, at node: xmlNodePtr) throws(Fault) -> Bool {
    switch try evaluate(condition, node) {
    case .nodes(let nodes): !nodes.isEmpty
    case .text(let text): !text.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .flag(let flag): flag
    }
  }

  /// A text to the code point; nil when there is none or only white space.
  mutating func text(_ expression: Expression?, at node: xmlNodePtr, most: Int = 4000) throws(Fault) -> Value? {
    guard let expression, let value = try whole(expression, node), !collapsed(value.text).isEmpty else { return nil }
    guard value.text.unicodeScalars.count <= most else {
      note(fault(.too_long, expression, value, ["limit": String(most)]))
      return nil
    }
    return value
  }

  /// A value, white space collapsed; nil when there is none.
  mutating func token(_ expression: Expression?, at node: xmlNodePtr, most: Int = 256) throws(Fault) -> Value? {
    guard let expression, let value = try whole(expression, node) else { return nil }
    let token = Value(text: collapsed(value.text), node: value.node)
    guard token.text.unicodeScalars.count <= most else {
      note(fault(.too_long, expression, token, ["limit": String(most)]))
      return nil
    }
    return token.text.isEmpty ? nil : token
  }

  /// A value that means something; nil when there is none, and with a fault when it means nothing.
  mutating func optional<Meaning>(
    _ expression: Expression?, at node: xmlNodePtr, _ kind: FormValueKind, most: Int = 256, _ make: (String) -> Meaning?
  ) throws(Fault) -> Meaning? {
    guard let expression, let token = try token(expression, at: node, most: most) else { return nil }
    if let meaning = make(token.text) { return meaning }
    note(fault(kind, expression, token))
    return nil
  }

  /// A value that a form cannot do without; nil, with a fault, when there is none or it means nothing.
  mutating func needed<Meaning>(
    _ expression: Expression?, at node: xmlNodePtr, _ kind: FormValueKind, most: Int = 256, _ make: (String) -> Meaning?
  ) throws(Fault) -> Meaning? {
    guard let expression else { return nil }
    let before = faults.count
    if let meaning = try optional(expression, at: node, kind, most: most, make) { return meaning }
    if faults.count == before { note(fault(.missing, expression, Value(text: "", node: node))) }
    return nil
  }

  /// Notes a fault of the file.
  mutating func note(_ fault: Fault) { faults.add(fault) }

  /// What is wrong with a value.
  func fault(_ kind: FormValueKind, _ expression: Expression, _ value: Value, _ more: [String: String] = [:]) -> Fault {
    var values = [
      "name": expression.attribute, "element": expression.element, "value": quoted(value.text), "dialect": dialect.name,
      "pattern": dialect.days.text,
    ]
    values.merge(more) { _, given in given }
    return Fault(
      .form_value, kind: kind, line: tree.line(of: value.node), path: tree.path(of: value.node), values: values)
  }

  /// The same thing on two lines.
  func twice(_ kind: FieldTwiceKind, _ name: String, first: xmlNodePtr, second: xmlNodePtr) -> Fault {
    let values = ["name": quoted(name), "first": tree.line(of: first).map(String.init) ?? "", "dialect": dialect.name]
    return Fault(.field_twice, kind: kind, line: tree.line(of: second), path: tree.path(of: second), values: values)
  }

  private mutating func whole(_ expression: Expression, _ node: xmlNodePtr) throws(Fault) -> Value? {
    switch try evaluate(expression, node) {
    case .nodes(let nodes):
      guard let first = nodes.first else { return nil }
      if nodes.count > 1 { note(twice(.field, string(nodes[1].pointee.name), first: first, second: nodes[1])) }
      return Value(text: XPathRun.text(of: first), node: first)
    case .text(let text): return Value(text: text, node: node)
    case .flag(let flag): return Value(text: flag ? "true" : "false", node: node)
    case .number(let number):
      guard !number.isNaN, let text = xmlXPathCastNumberToString(number) else { return nil }
      defer { vakmatrix_xml_free(text) }
      // A number that XPath made has a point; the words of the dialect have its own sign.
      let sign = dialect.decimalSign ?? "."
      let scalars = string(text).unicodeScalars.map { $0 == "." ? sign : $0 }
      return Value(text: String(String.UnicodeScalarView(scalars)), node: node)
    }
  }

  private func evaluate(_ expression: Expression, _ node: xmlNodePtr) throws(Fault) -> XPathResult {
    do throws(XPathFailure) {
      return try run.evaluate(expression, at: node)
    } catch {
      guard case .budget = error else { throw wrongType(expression) }
      let values = [
        "name": expression.attribute, "element": expression.element, "dialect": dialect.name, "at": String(expression.line),
      ]
      throw Fault(.xpath_budget, values: values)
    }
  }

  private func wrongType(_ expression: Expression) -> Fault {
    let values = ["attribute": expression.attribute, "element": expression.element, "value": quoted(expression.text, most: 40)]
    var fault = Fault(.dialect_faulty, kind: DialectFaultKind.xpath, line: expression.line, values: values)
    fault.file = dialect.path
    return fault
  }
}
