import CompetencyCore

/// A part of a message: an element that stands directly in its root, with what stands between it and the one before it.
struct Part: Sendable {
  /// The bytes, from the end of what came before.
  let bytes: [UInt8]
  /// The line on which the bytes begin.
  let firstLine: Int
  /// The lines of the elements in it, in the order in which they begin.
  let lines: [UInt32]
}

/// What a message has besides its forms and parts.
enum PartStep {
  /// The beginning up to the end of the first form, or to the end of the root when there is none.
  case opening(Part, isWhole: Bool)
  /// An element after the first form.
  case part(Part, isForm: Bool)
  /// The end of the root and all after it.
  case closing(Part)
}

/// The parts of a file one after another, of which one is in memory at a time.
struct PartStream {
  /// The start tag of the root.
  private(set) var rootTag: [UInt8] = []
  /// The line on which it begins.
  private(set) var rootLine = 1
  private(set) var text: TextStream
  private var scan = MarkupScan(UnsafeBufferPointer(start: nil, count: 0), isLast: false)
  private var isOpened = false
  private var isClosed = false

  /// The file's text up to its root.
  ///
  /// - Throws: a `Fault`, or a failure of the source.
  init(_ source: ByteStream) throws {
    text = try TextStream(source)
    _ = try look()
    rootTag = Array(text.text[scan.rootStart..<scan.position])
    rootLine = scan.elementLines.first.map(Int.init) ?? 1
  }

  /// The line that text stands on directly in the root; nil when there is none.
  var lineOfTextInRoot: Int? { scan.lineOfTextInRoot }
  /// The name of the root as it is written.
  var rootName: [UInt8] { scan.rootName }
  /// Whether the root has nothing in it.
  var isEmptyRoot: Bool { scan.open.isEmpty }

  /// The next step; nil when the file was read to its end.
  ///
  /// - Throws: a `Fault`, or a failure of the source.
  mutating func next() throws -> PartStep? {
    guard !isClosed else { return nil }
    if isOpened { return try following() }
    isOpened = true
    while !isEmptyRoot {
      switch try look() {
      case .part(isForm: true): return .opening(take(), isWhole: false)
      case .rootEnd: return .opening(take(), isWhole: true)
      default: continue
      }
    }
    return .opening(take(), isWhole: true)
  }

  private mutating func following() throws -> PartStep? {
    while true {
      switch try look() {
      case .part(let isForm): return .part(take(), isForm: isForm)
      case .end:
        isClosed = true
        return .closing(take())
      case .root, .rootEnd: continue
      }
    }
  }

  /// Everything from the beginning, when the file is no message of ours; nothing of it was taken yet.
  ///
  /// - Throws: a `Fault` of a file that is over the limit, or a failure of the source.
  mutating func all() throws -> XMLText {
    while !text.isAtEnd {
      if text.text.count > Limits.otherFileBytes { throw tooLargeOther() }
      try text.readOn(most: 1 << 20)
    }
    if text.text.count > Limits.otherFileBytes { throw tooLargeOther() }
    isClosed = true
    return XMLText(allOf: text)
  }

  /// Looks on to the next stop, reading on as far as that takes.
  private mutating func look() throws -> MarkupScan.Stop {
    var most = 1 << 18
    while true {
      var attempt = scan
      attempt.isLast = text.isAtEnd
      do throws(Fault) {
        let stop = try text.text.withUnsafeBufferPointer { (bytes) throws(Fault) in
          attempt.bytes = UnsafeBufferPointer(rebasing: bytes[..<text.checked])
          return try attempt.next()
        }
        scan = attempt
        if case .end = stop, text.endsInsideCharacter { throw cutCharacter }
        return stop
      } catch {
        guard error.code == .truncated, !text.isAtEnd else { throw error }
        try readOn(most: most)
        // The more there is, the more is read, so that little is looked at twice; up to a quarter of the largest form, so that
        // one over the limit does not take twice the memory of one within it.
        most = min(max(most, text.text.count), Limits.formBytes / 4)
      }
    }
  }

  private mutating func readOn(most: Int) throws {
    do {
      try text.readOn(most: most)
    } catch var fault as Fault {
      // The line was counted from the beginning of the text that is there.
      fault.line = fault.line.map { $0 + scan.firstLine - 1 }
      throw fault
    }
  }

  private var cutCharacter: Fault {
    Fault(.bad_encoding, kind: EncodingFaultKind.unreadable, line: scan.line, values: ["encoding": "UTF-8"])
  }

  /// Gives out what was looked at and forgets it.
  private mutating func take() -> Part {
    let part = Part(bytes: Array(text.text[..<scan.position]), firstLine: scan.firstLine, lines: scan.takeLines())
    let count = scan.position
    text.text.withUnsafeBufferPointer {
      scan.bytes = $0
      scan.forget(count)
    }
    scan.bytes = UnsafeBufferPointer(start: nil, count: 0)
    text.forget(count)
    return part
  }

  /// Gives out the bytes of the file as they came, as far as they were read.
  mutating func takeRaw() -> [[UInt8]] { text.takeRaw() }
}
