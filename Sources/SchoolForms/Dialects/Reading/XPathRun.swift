import CLibXML2
import CompetencyCore

/// What an expression found.
enum XPathResult {
  case nodes([xmlNodePtr])
  case text(String)
  case number(Double)
  case flag(Bool)
}

/// The expressions of one dialect on one file, within a budget for all of them together; for one thread.
final class XPathRun {
  /// How many steps libxml2 may take for one file.
  static let steps: UInt = 20_000_000
  /// How long all expressions on one file may take together.
  static let seconds = 5.0

  private let context: xmlXPathContextPtr
  private var compiled: [xmlXPathCompExprPtr?]
  private let watch: XPathWatch
  private var stepsLeft = steps

  init(_ document: xmlDocPtr, dialect: Dialect) throws(Fault) {
    guard let context = xmlXPathNewContext(document) else { throw Fault(.unexpected) }
    self.context = context
    compiled = Array(repeating: nil, count: dialect.expressionCount)
    watch = XPathWatch(context, seconds: Self.seconds)
    // Without a handler of our own libxml2 prints.
    context.pointee.error = { _, _ in }
    for space in dialect.namespaces { xmlXPathRegisterNs(context, space.prefix, space.uri) }
  }

  deinit {
    watch.end()
    for expression in compiled { if let expression { xmlXPathFreeCompExpr(expression) } }
    xmlXPathFreeContext(context)
  }

  /// Makes the variable `$formulier` this node.
  func setForm(_ node: xmlNodePtr) { set("formulier", node) }

  /// What an expression finds from a node, which is also `$bij`.
  func evaluate(_ expression: Expression, at node: xmlNodePtr) throws(XPathFailure) -> XPathResult {
    let program = try compile(expression)
    set("bij", node)
    context.pointee.node = node
    context.pointee.opCount = 0
    guard watch.begin(steps: stepsLeft) else { throw .budget }
    let object = xmlXPathCompiledEval(program, context)
    let used = context.pointee.opCount
    let isInTime = watch.pause()
    defer { if let object { xmlXPathFreeObject(object) } }
    stepsLeft -= min(stepsLeft, used)
    guard isInTime, stepsLeft > 0 else { throw .budget }
    guard let object else { throw .type }
    return try result(object)
  }

  private func compile(_ expression: Expression) throws(XPathFailure) -> xmlXPathCompExprPtr {
    if let known = compiled[expression.number] { return known }
    guard let program = xmlXPathCtxtCompile(context, expression.text) else { throw .syntax }
    compiled[expression.number] = program
    return program
  }

  private func set(_ variable: String, _ node: xmlNodePtr) {
    xmlXPathRegisterVariable(context, variable, xmlXPathNewNodeSet(node))
  }

  private func result(_ object: xmlXPathObjectPtr) throws(XPathFailure) -> XPathResult {
    switch object.pointee.type {
    case XPATH_NODESET:
      guard let set = object.pointee.nodesetval else { return .nodes([]) }
      xmlXPathNodeSetSort(set)
      return .nodes((0..<Int(set.pointee.nodeNr)).compactMap { set.pointee.nodeTab[$0] })
    case XPATH_STRING: return .text(string(object.pointee.stringval))
    case XPATH_NUMBER: return .number(object.pointee.floatval)
    case XPATH_BOOLEAN: return .flag(object.pointee.boolval != 0)
    default: throw .type
    }
  }

  /// The text of a node with everything in it.
  static func text(of node: xmlNodePtr) -> String {
    guard let text = xmlXPathCastNodeToString(node) else { return "" }
    defer { vakmatrix_xml_free(text) }
    return string(text)
  }
}

/// Why an expression gave nothing.
enum XPathFailure: Error {
  /// It is no XPath.
  case syntax
  /// It asks of a text, a number or a flag what only nodes have.
  case type
  /// It took more than its budget.
  case budget
}
