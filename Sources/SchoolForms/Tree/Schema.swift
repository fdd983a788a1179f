import CLibXML2

/// The schema of our form cannot be used; only a broken libxml2 can be the reason.
public struct SchemaUnusable: Error {}

/// The compiled schema of our form with what it says of the order of elements; it never changes once it is made.
final class Schema: @unchecked Sendable {
  /// The compiled schema; validation contexts of several threads read it at the same time.
  let raw: xmlSchemaPtr
  /// What may stand in a `bericht`, and in all that stands in it.
  let message: ContentModel

  /// - Parameter root: the global element whose content is modelled.
  init(xsd: [UInt8], message root: String = "bericht") throws(SchemaUnusable) {
    XMLRuntime.prepare()
    let compiled: (xmlSchemaPtr, ContentModel)? = xsd.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: CChar.self).baseAddress
      let count = Int32(bytes.count)
      guard let model = contentModel(ofSchema: start, count, root), let context = xmlSchemaNewMemParserCtxt(start, count) else {
        return nil
      }
      defer { xmlSchemaFreeParserCtxt(context) }
      return xmlSchemaParse(context).map { ($0, model) }
    }
    guard let compiled else { throw SchemaUnusable() }
    (raw, message) = compiled
  }

  deinit { xmlSchemaFree(raw) }
}

private func contentModel(ofSchema start: UnsafePointer<CChar>?, _ count: Int32, _ root: String) -> ContentModel? {
  guard let document = xmlReadMemory(start, count, nil, nil, XMLRuntime.options) else { return nil }
  defer { xmlFreeDoc(document) }
  return TreeElement(elementAt: xmlDocGetRootElement(document)).flatMap { ContentModel(ofElement: root, in: $0) }
}
