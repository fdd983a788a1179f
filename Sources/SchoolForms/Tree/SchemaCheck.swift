import CLibXML2
import CompetencyCore

/// What libxml2 says of an element that goes against the schema.
struct SchemaError {
  let code: UInt32
  /// The element; nil when libxml2 only tells a line.
  let element: TreeElement?
  /// The attribute that is wrong; nil when it is the element.
  let attribute: String?
  /// The pieces of libxml2's sentence.
  let pieces: [String]
}

/// Holds elements against the schema; for one reading on one thread.
final class SchemaCheck {
  private let context: xmlSchemaValidCtxtPtr
  private let sink = SchemaErrorSink()

  init(_ schema: Schema) throws(Fault) {
    guard let context = xmlSchemaNewValidCtxt(schema.raw) else { throw Fault(.unexpected) }
    self.context = context
    xmlSchemaSetValidStructuredErrors(context, noteError, Unmanaged.passUnretained(sink).toOpaque())
  }

  deinit { xmlSchemaFreeValidCtxt(context) }

  /// Whether an element and all in it is as the schema says; what is wrong with elements to be ignored does not count.
  func accepts(_ element: TreeElement, ignoring isIgnored: @escaping (TreeElement) -> Bool = { _ in false }) -> Bool {
    sink.begin(keeping: false, ignoring: isIgnored)
    return xmlSchemaValidateOneElement(context, element.node) >= 0 && sink.count == 0
  }

  /// All that is wrong with an element and what is in it.
  func errors(in element: TreeElement, ignoring isIgnored: @escaping (TreeElement) -> Bool) -> [SchemaError] {
    sink.begin(keeping: true, ignoring: isIgnored)
    xmlSchemaValidateOneElement(context, element.node)
    return sink.errors
  }
}

private final class SchemaErrorSink {
  private(set) var count = 0
  private(set) var errors: [SchemaError] = []
  private var isKeeping = false
  private var isIgnored: (TreeElement) -> Bool = { _ in false }

  func begin(keeping: Bool, ignoring: @escaping (TreeElement) -> Bool) {
    (count, errors, isKeeping, isIgnored) = (0, [], keeping, ignoring)
  }

  func note(_ error: xmlError) {
    let element = TreeElement(elementAt: error.node?.assumingMemoryBound(to: xmlNode.self))
    if let element, isIgnored(element) { return }
    count += 1
    guard isKeeping else { return }
    let pieces = [error.str1, error.str2, error.str3].compactMap { $0.map { String(cString: $0) } }
    errors.append(
      SchemaError(
        code: UInt32(bitPattern: error.code), element: element, attribute: attribute(named: error.message), pieces: pieces))
  }

  /// libxml2 2.9 names the attribute of a wrong value nowhere but in its sentence: `Element '…', attribute 'rol': …`.
  private func attribute(named message: UnsafePointer<CChar>?) -> String? {
    guard let message else { return nil }
    let parts = String(cString: message).utf8.prefix(1024).split(separator: UInt8(ascii: "'"), maxSplits: 4)
    guard parts.count > 3, parts[2].elementsEqual(", attribute ".utf8) else { return nil }
    let name = parts[3].lastIndex(of: UInt8(ascii: "}")).map { parts[3][parts[3].index(after: $0)...] } ?? parts[3]
    return String(decoding: name, as: UTF8.self)
  }
}

private let noteError: xmlStructuredErrorFunc = { context, error in
  guard let context, let error else { return }
  Unmanaged<SchemaErrorSink>.fromOpaque(context).takeUnretainedValue().note(error.pointee)
}
