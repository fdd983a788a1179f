import CLibXML2
import CompetencyCore

/// Tries expressions on a document with nothing in it: what libxml2 cannot compile or evaluate shows at once.
final class XPathProbe {
  private let document: xmlDocPtr
  private let context: xmlXPathContextPtr

  init(_ namespaces: [DialectNamespace]) throws(Fault) {
    guard let document = xmlNewDoc("1.0"), let root = xmlNewNode(nil, "x") else { throw Fault(.unexpected) }
    xmlDocSetRootElement(document, root)
    guard let context = xmlXPathNewContext(document) else {
      xmlFreeDoc(document)
      throw Fault(.unexpected)
    }
    (self.document, self.context) = (document, context)
    context.pointee.error = { _, _ in }
    context.pointee.opLimit = 100_000
    context.pointee.node = root
    for space in namespaces { xmlXPathRegisterNs(context, space.prefix, space.uri) }
    for name in XPathRules.variables { xmlXPathRegisterVariable(context, name, xmlXPathNewNodeSet(root)) }
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  /// Whether an expression is XPath that asks of each kind of value only what it has.
  func accepts(_ text: String) -> Bool {
    guard let program = xmlXPathCtxtCompile(context, text) else { return false }
    defer { xmlXPathFreeCompExpr(program) }
    context.pointee.opCount = 0
    guard let object = xmlXPathCompiledEval(program, context) else { return false }
    xmlXPathFreeObject(object)
    return true
  }
}
