import CompetencyCore

/// One look over the bytes of a file before libxml2 sees them, in time that grows with their number only.
///
/// It refuses what goes over a limit, a DOCTYPE and a file that was cut off, names the tag that was left open, and keeps
/// the line of every element: libxml2 counts lines exactly up to 65,535 only. Whatever else is not well-formed is found
/// by libxml2. It looks at a piece of the file at a time; its state is a value, so that what a piece cut off is looked at
/// again when more of the file is there.
struct MarkupScan {
  /// Where a look stops.
  enum Stop {
    /// After the start tag of the root.
    case root
    /// After an element that stands directly in the root.
    case part(isForm: Bool)
    /// After the end of the root.
    case rootEnd
    /// At the end of the file.
    case end
  }

  /// An element that was opened and not closed yet.
  struct OpenElement {
    let name: Range<Int>
    let line: Int
  }

  /// The piece that is there, from where the last look stopped or before it.
  var bytes: UnsafeBufferPointer<UInt8>
  /// Whether the piece goes on to the end of the file.
  var isLast: Bool
  var position = 0
  var line = 1
  var open: [OpenElement] = []
  var hasRoot = false
  /// How much text stands since the last tag, comment or instruction.
  var textBytes = 0
  var sizes = PartSizes()
  /// The lines of the elements in the order in which they begin, since they were taken last.
  private(set) var elementLines: [UInt32] = []
  /// The line of the first text that stands directly in the root.
  var lineOfTextInRoot: Int?
  private var isRootEnded = false
  /// Whether a part that just ended is a form; nil when none did.
  private var endedPart: Bool?
  /// The name of the root, which outlives the piece that it stands in.
  private(set) var rootName: [UInt8] = []
  /// Where the root began in the piece that it stood in.
  private(set) var rootStart = 0
  /// The line and the column with which the piece begins.
  private var start = (line: 1, column: 1)
  /// The line with which the piece begins.
  var firstLine: Int { start.line }
  /// Whether the piece begins the file.
  private(set) var isAtStart = true

  init(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = true) { (self.bytes, self.isLast) = (bytes, isLast) }

  /// Looks over a whole file.
  mutating func run() throws(Fault) {
    while true {
      if case .end = try next() { return }
    }
  }

  /// Looks on to the next stop; a fault ``CompetencyCore/ProblemCode/truncated`` asks for more when the piece is not the last.
  mutating func next() throws(Fault) -> Stop {
    while position < bytes.count {
      let depth = open.count
      if bytes[position] != Sign.less {
        try text()
        continue
      }
      guard position + 1 < bytes.count else { throw truncated() }
      switch bytes[position + 1] {
      case Sign.slash: try endTag()
      case Sign.exclamation: try commentOrSection()
      case Sign.question: try instruction()
      default:
        try startTag()
        if depth == 0 && open.count == 1 { return .root }
      }
      if hasRoot && open.isEmpty && !isRootEnded { return endOfRoot() }
      if let isForm = endedPart {
        endedPart = nil
        return .part(isForm: isForm)
      }
    }
    guard isLast, hasRoot, open.isEmpty else { throw truncated() }
    return .end
  }

  private mutating func endOfRoot() -> Stop {
    isRootEnded = true
    return .rootEnd
  }

  /// Forgets this much of the piece, all of which was looked at.
  mutating func forget(_ count: Int) {
    let gone = bytes[..<count]
    let lastLine = gone.lastIndex { $0 == Sign.lineFeed || $0 == Sign.carriageReturn }
    let column = gone[(lastLine.map { $0 + 1 } ?? 0)...].count { $0 & 0xC0 != 0x80 } + (lastLine == nil ? start.column : 1)
    start = (line, column)
    isAtStart = isAtStart && count == 0
    position -= count
    sizes.forget(count)
  }

  /// The lines of the elements since they were taken last.
  mutating func takeLines() -> [UInt32] {
    let lines = elementLines
    // The next part is likely as large.
    elementLines = []
    elementLines.reserveCapacity(lines.count)
    return lines
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
      (rootName, rootStart) = (Array(bytes[name]), name.lowerBound - 1)
      sizes.isMessage = localName(name, is: "bericht")
    } else if open.count == 1 {
      sizes.beginPart(at: position, isForm: localName(name, is: "formulier"))
    }
    elementLines.append(UInt32(truncatingIfNeeded: line))
    sizes.partElements += 1
    if open.count >= Limits.depth { throw tooLarge(.depth, limit: String(Limits.depth)) }
    open.append(OpenElement(name: name, line: line))
  }

  /// Notes that the last open element ends at the position.
  mutating func noteEnd() {
    open.removeLast()
    if open.count == 1 { endedPart = sizes.endPart(at: position) }
  }

  /// Whether a name without its prefix is this one.
  func localName(_ name: Range<Int>, is other: StaticString) -> Bool {
    let whole = bytes[name]
    let local = whole.lastIndex(of: Sign.colon).map { whole[($0 + 1)...] } ?? whole
    return local.count == other.utf8CodeUnitCount
      && zip(local, UnsafeBufferPointer(start: other.utf8Start, count: local.count)).allSatisfy { $0 == $1 }
  }

  /// A name as it may stand in a message.
  func shownName(_ name: Range<Int>) -> String { shown(bytes[name]) }

  /// A name as it may stand in a message.
  func shown(_ name: some Sequence<UInt8>) -> String { quoted(String(decoding: Array(name), as: UTF8.self), most: 40) }

  /// What is not well-formed at the position.
  func fault(_ kind: MarkupFaultKind, values: [String: String] = [:]) -> Fault {
    var lineStart = position
    while lineStart > 0, bytes[lineStart - 1] != Sign.lineFeed, bytes[lineStart - 1] != Sign.carriageReturn { lineStart -= 1 }
    let column = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + (lineStart == 0 ? start.column : 1)
    return Fault(.not_well_formed, kind: kind, line: line, column: column, values: values)
  }

  /// What goes over a limit at the position.
  func tooLarge(_ kind: SizeFaultKind, limit: String) -> Fault {
    Fault(.too_large, kind: kind, line: line, values: ["limit": limit])
  }

  /// The file stops before its root element ends, or the piece does.
  func truncated() -> Fault {
    var fault = Fault(.truncated)
    guard isLast else { return fault }
    // The last line with something on it, which an editor shows as the last too.
    let end = bytes.lastIndex { !isWhiteSpace($0) }.map { $0 + 1 } ?? 0
    var whole = MarkupScan(bytes)
    whole.line = start.line
    while whole.position < end {
      whole.countLineEnd()
      whole.position += 1
    }
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
