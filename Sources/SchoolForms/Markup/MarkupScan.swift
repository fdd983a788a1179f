import CompetencyCore

/// One look over the bytes of a file before libxml2 sees them, in time that grows with their number only.
///
/// It refuses what goes over a limit, a DOCTYPE and a file that was cut off, names the tag that was left open, and keeps
/// the line of every element: libxml2 counts lines exactly up to 65,535 only. Whatever else is not well-formed is found
/// by libxml2.
struct MarkupScan {
  /// An element that was opened and not closed yet.
  struct OpenElement {
    let name: Range<Int>
    let line: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var line = 1
  var open: [OpenElement] = []
  var hasRoot = false
  /// How much text stands since the last tag, comment or instruction.
  var textBytes = 0
  var sizes = PartSizes()
  /// The lines of the elements in the order in which they begin.
  private(set) var elementLines: [UInt32] = []
  /// The line of the first text that stands directly in the root.
  var lineOfTextInRoot: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Looks over all bytes; `shouldStop` is asked after each part of the message.
  mutating func run(shouldStop: () -> Bool) throws(Fault) {
    while position < bytes.count {
      if bytes[position] != Sign.less {
        try text()
        continue
      }
      guard position + 1 < bytes.count else { throw truncated() }
      switch bytes[position + 1] {
      case Sign.slash: try endTag(shouldStop: shouldStop)
      case Sign.exclamation: try commentOrSection()
      case Sign.question: try instruction()
      default: try startTag(shouldStop: shouldStop)
      }
    }
    if !hasRoot || !open.isEmpty { throw truncated() }
  }

  /// Notes a line that ends at the position: with LF, CR LF or CR.
  mutating func countLineEnd() {
    let byte = bytes[position]
    if byte == Sign.lineFeed {
      line += 1
    } else if byte == Sign.carriageReturn, position + 1 >= bytes.count || bytes[position + 1] != Sign.lineFeed {
      line += 1
    }
  }

  /// Notes an element that begins.
  mutating func noteElement(name: Range<Int>, line: Int) throws(Fault) {
    if open.isEmpty {
      hasRoot = true
      sizes.isMessage = localName(name, is: "bericht")
    } else if open.count == 1 {
      sizes.beginPart(at: position, isForm: localName(name, is: "formulier"))
    }
    elementLines.append(UInt32(truncatingIfNeeded: line))
    sizes.partElements += 1
    if open.count >= Limits.depth { throw tooLarge(.depth, limit: String(Limits.depth)) }
    open.append(OpenElement(name: name, line: line))
  }

  /// Notes that the last open element ends at the position; true when a part of the message ended with it.
  mutating func noteEnd() -> Bool {
    open.removeLast()
    if open.count == 1 { sizes.endPart(at: position) }
    return open.count == 1
  }

  /// Whether a name without its prefix is this one.
  func localName(_ name: Range<Int>, is other: StaticString) -> Bool {
    let whole = bytes[name]
    let local = whole.lastIndex(of: Sign.colon).map { whole[($0 + 1)...] } ?? whole
    return local.count == other.utf8CodeUnitCount
      && zip(local, UnsafeBufferPointer(start: other.utf8Start, count: local.count)).allSatisfy { $0 == $1 }
  }

  /// A name as it may stand in a message.
  func shownName(_ name: Range<Int>) -> String { quoted(String(decoding: bytes[name], as: UTF8.self), most: 40) }

  /// What is not well-formed at the position.
  func fault(_ kind: MarkupFaultKind, values: [String: String] = [:]) -> Fault {
    var lineStart = position
    while lineStart > 0, bytes[lineStart - 1] != Sign.lineFeed, bytes[lineStart - 1] != Sign.carriageReturn { lineStart -= 1 }
    let column = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1
    return Fault(.not_well_formed, kind: kind, line: line, column: column, values: values)
  }

  /// What goes over a limit at the position.
  func tooLarge(_ kind: SizeFaultKind, limit: String) -> Fault {
    Fault(.too_large, kind: kind, line: line, values: ["limit": limit])
  }

  /// The file stops before its root element ends.
  func truncated() -> Fault {
    // The last line with something on it, which an editor shows as the last too.
    let end = bytes.lastIndex { !isWhiteSpace($0) }.map { $0 + 1 } ?? bytes.count
    var whole = MarkupScan(bytes)
    while whole.position < end { whole.countLineEnd(); whole.position += 1 }
    var fault = Fault(.truncated)
    fault.line = whole.line
    return fault
  }
}

/// The signs that make markup.
enum Sign {
  static let less: UInt8 = 0x3C, greater: UInt8 = 0x3E, slash: UInt8 = 0x2F, exclamation: UInt8 = 0x21
  static let question: UInt8 = 0x3F, ampersand: UInt8 = 0x26, semicolon: UInt8 = 0x3B, hash: UInt8 = 0x23
  static let quote: UInt8 = 0x22, apostrophe: UInt8 = 0x27, colon: UInt8 = 0x3A
  static let lineFeed: UInt8 = 0x0A, carriageReturn: UInt8 = 0x0D
}
