import CLibXML2
import CompetencyCore

/// Makes trees of pieces of a text that was looked over; for one thread at a time.
final class TreeParser {
  private let context: xmlParserCtxtPtr
  private let log = ReadingLog()

  init() throws(Fault) {
    XMLRuntime.prepare()
    guard let context = xmlNewParserCtxt() else { throw Fault(.unexpected) }
    self.context = context
    context.pointee._private = Unmanaged.passUnretained(log).toOpaque()
    context.pointee.sax.pointee.serror = noteError
  }

  deinit { xmlFreeParserCtxt(context) }

  /// The tree of a piece that begins on this line of the file, after so many bytes of our own on the same line.
  func tree(of bytes: [UInt8], firstLine: Int = 1, ownBytes: Int = 0) throws(Fault) -> OwnDocument {
    log.fault = nil
    let document = bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", XMLRuntime.options)
    }
    let tree = document.flatMap(OwnDocument.init(adopting:))
    // A fault of a namespace does not stop libxml2, but a name that means nothing cannot be read.
    guard let tree, log.fault == nil else { throw moved(log.fault, firstLine, ownBytes) }
    return tree
  }

  private func moved(_ fault: Fault?, _ firstLine: Int, _ ownBytes: Int) -> Fault {
    guard var fault else { return Fault(.not_well_formed, kind: MarkupFaultKind.other, line: firstLine) }
    if fault.line == 1 { fault.column = fault.column.flatMap { $0 > ownBytes ? $0 - ownBytes : nil } }
    fault.line = fault.line.map { $0 + firstLine - 1 }
    return fault
  }
}

/// The first fault that libxml2 found while it read.
private final class ReadingLog {
  var fault: Fault?

  func note(_ error: xmlError) {
    guard fault == nil, error.level != XML_ERR_WARNING else { return }
    let (kind, values) = Self.kind(of: error)
    let line = error.line > 0 ? Int(error.line) : nil
    fault = Fault(.not_well_formed, kind: kind, line: line, column: error.int2 > 0 ? Int(error.int2) : nil, values: values)
  }

  private static func kind(of error: xmlError) -> (MarkupFaultKind, values: [String: String]) {
    let first = error.str1.map { String(cString: $0) } ?? ""
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      // With a prefix the name comes second.
      return (.double_attribute, ["attribute": quoted(error.str2.map { String(cString: $0) } ?? first, most: 40)])
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return (.undeclared_prefix, ["prefix": quoted(first, most: 40)])
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_SPACE_REQUIRED, XML_ERR_EQUAL_REQUIRED:
      return (.attribute, [:])
    default: return (.other, [:])
    }
  }
}

private let noteError: xmlStructuredErrorFunc = { parser, error in
  guard let context = parser?.assumingMemoryBound(to: xmlParserCtxt.self), let log = context.pointee._private, let error else {
    return
  }
  Unmanaged<ReadingLog>.fromOpaque(log).takeUnretainedValue().note(error.pointee)
}
