import CLibXML2

/// The schema of our form cannot be used; only a broken libxml2 can be the reason.
public struct SchemaUnusable: Error {}

/// The compiled schema of our form with what it says of the order of elements; it never changes once it is made.
///
/// The keys over a whole message are left out of it: forms stream past one by one, so that ids of forms and levels over the
/// message are checked by ourselves in any case, and libxml2 takes a third of its time for them in a message of one form.
final class Schema: @unchecked Sendable {
  /// The compiled schema; validation contexts of several threads read it at the same time.
  let raw: xmlSchemaPtr
  /// What may stand in a `bericht`, and in all that stands in it.
  let message: ContentModel
  /// The document that it was compiled from, to which it points.
  private let document: OwnDocument

  /// - Parameter root: the global element whose content is modelled, and whose keys are left out.
  init(xsd: [UInt8], message root: String = "bericht") throws(SchemaUnusable) {
    XMLRuntime.prepare()
    guard let document = readDocument(xsd), let model = ContentModel(ofElement: root, in: document.root) else {
      throw SchemaUnusable()
    }
    for element in document.root.children("element") where element.attribute("name") == root { removeKeys(of: element) }
    guard let context = xmlSchemaNewDocParserCtxt(document.root.node.pointee.doc) else { throw SchemaUnusable() }
    defer { xmlSchemaFreeParserCtxt(context) }
    guard let compiled = xmlSchemaParse(context) else { throw SchemaUnusable() }
    (raw, message, self.document) = (compiled, model, document)
  }

  deinit { xmlSchemaFree(raw) }
}

private func readDocument(_ xsd: [UInt8]) -> OwnDocument? {
  xsd.withUnsafeBytes { bytes in
    xmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, XMLRuntime.options)
      .flatMap(OwnDocument.init(adopting:))
  }
}

private func removeKeys(of declaration: TreeElement) {
  for constraint in Array(declaration.children) where constraint.isNamed("key") || constraint.isNamed("keyref") {
    xmlUnlinkNode(constraint.node)
    xmlFreeNode(constraint.node)
  }
}
