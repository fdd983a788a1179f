import CLibXML2
import CompetencyCore

/// A message that libxml2 reads part by part, so that one part is in memory at a time.
struct MessageStream: ~Copyable {
  /// What stands directly in the root.
  enum Part {
    /// An element with everything in it, good until the next part is read.
    case element(TreeElement)
    /// Text, which no message has there.
    case text
  }

  private let reader: xmlTextReaderPtr
  private let source: ByteSource
  private let log = ReadingLog()
  private var isInRoot = false
  private var isExpanded = false

  /// A stream of checked text; the bytes stay where they are while it lives.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    XMLRuntime.prepare()
    source = ByteSource(bytes)
    let context = Unmanaged.passUnretained(source).toOpaque()
    // Our own reading function: the one of libxml2 for memory counts to two gigabytes. The encoding goes before the
    // declaration in the file.
    let opened = xmlReaderForIO(readBytes, nil, context, nil, "UTF-8", XMLRuntime.options)
    guard let opened else { throw Fault(.unexpected) }
    reader = opened
    xmlTextReaderSetStructuredErrorHandler(reader, noteError, Unmanaged.passUnretained(log).toOpaque())
  }

  deinit { xmlFreeTextReader(reader) }

  /// The root with its attributes, and nothing in it yet.
  mutating func root() throws(Fault) -> TreeElement {
    while try advance() {
      if let root = current { isInRoot = true; return root }
    }
    throw Fault(.truncated)
  }

  /// The next part of the root; nil at its end, when the whole file was read without a fault.
  mutating func nextPart() throws(Fault) -> Part? {
    while try advance() {
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        guard let whole = TreeElement(elementAt: xmlTextReaderExpand(reader)) else { throw fault }
        if log.fault != nil { throw fault }
        isExpanded = true
        return .element(whole)
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
        if xmlIsBlankNode(xmlTextReaderCurrentNode(reader)) == 0 { return .text }
      default: continue
      }
    }
    return nil
  }

  /// Goes to the next node, past everything in an element that was given out; false at the end of the file.
  private mutating func advance() throws(Fault) -> Bool {
    let status = isExpanded ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader)
    isExpanded = false
    // A fault of a namespace does not stop libxml2, but a name that means nothing cannot be read.
    guard status >= 0, log.fault == nil else { throw fault }
    return status == 1
  }

  private var current: TreeElement? { TreeElement(elementAt: xmlTextReaderCurrentNode(reader)) }

  private var fault: Fault { log.fault ?? Fault(.not_well_formed, kind: MarkupFaultKind.other) }
}

/// Bytes that are read once, from the first to the last.
private final class ByteSource {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func read(into buffer: UnsafeMutablePointer<CChar>, most: Int32) -> Int32 {
    let count = min(Int(most), bytes.count - position)
    guard count > 0, let start = bytes.baseAddress else { return 0 }
    UnsafeMutableRawPointer(buffer).copyMemory(from: start + position, byteCount: count)
    position += count
    return Int32(count)
  }
}

private let readBytes: xmlInputReadCallback = { context, buffer, most in
  guard let context, let buffer else { return -1 }
  return Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue().read(into: buffer, most: most)
}

/// The first fault that libxml2 found while it read.
private final class ReadingLog {
  private(set) var fault: Fault?

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

private let noteError: xmlStructuredErrorFunc = { context, error in
  guard let context, let error else { return }
  Unmanaged<ReadingLog>.fromOpaque(context).takeUnretainedValue().note(error.pointee)
}
