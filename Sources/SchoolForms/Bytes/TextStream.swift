import CompetencyCore

/// The text of a file as UTF-8 that XML allows, piece by piece, checked to the last byte that is given out.
struct TextStream {
  /// Bytes as they came, until they are taken.
  private(set) var raw: [[UInt8]] = []
  /// The text that is there and was not forgotten yet.
  private(set) var text: [UInt8] = []
  /// How much of the text is checked; what follows begins a character whose other bytes are still to come.
  private(set) var checked = 0
  /// Whether the text goes on to the end of the file.
  private(set) var isAtEnd = false
  /// Whether the file stops inside a character, which can only be if it was cut off.
  var endsInsideCharacter: Bool { isAtEnd && (checked < text.count || !rest.isEmpty) }

  private let source: ByteStream
  private let shape: TextShape
  private var rest: [UInt8] = []
  private var taken = 0

  /// The text of a file in UTF-8, in UTF-16 with a byte order mark, in ISO-8859-1 or in Windows-1252.
  init(_ source: ByteStream) throws {
    let start = try source.next(most: 1 << 18)
    try FileKind.refuseOthers(start)
    let mark = ByteOrderMark(of: start)
    self.source = source
    shape = try TextShape(of: start, mark: mark)
    try take(start, from: mark.length)
    guard case .utf16 = shape else { return }
    try FileKind.refuseOtherText(text[...])
    try shape.refuseOtherDeclaration(XMLDeclaration(in: text[...]))
  }

  /// Reads on; nothing changes at the end of the file.
  mutating func readOn(most: Int) throws {
    guard !isAtEnd else { return }
    let piece = try source.next(most: most)
    try take(piece, from: 0)
  }

  /// Forgets so much of the text.
  mutating func forget(_ count: Int) {
    text.removeFirst(count)
    checked -= count
  }

  /// Gives out the bytes as they came, once.
  mutating func takeRaw() -> [[UInt8]] {
    defer { raw = [] }
    return raw
  }

  private mutating func take(_ piece: [UInt8], from start: Int) throws {
    if piece.isEmpty { isAtEnd = true }
    taken += piece.count
    if taken > Limits.messageBytes { throw tooLargeMessage() }
    if !piece.isEmpty { raw.append(piece) }
    do throws(Fault) {
      switch shape {
      case .utf8: text.append(contentsOf: piece[start...])
      case .utf16(let isBigEndian):
        let decoded = try decodeUTF16(rest.isEmpty ? piece[start...] : (rest + piece)[...], isBigEndian: isBigEndian)
        text.append(contentsOf: decoded.text)
        rest = decoded.rest
      case .singleByte(let table): text.append(contentsOf: try decodeSingleBytes(piece, by: table))
      }
    } catch {
      // The line was counted from the beginning of the piece.
      var fault = error
      fault.line = error.line.map { $0 + lineNumber(at: text.endIndex, in: text[...]) - 1 }
      throw fault
    }
    checked = try checkUTF8(text, from: checked)
  }
}

/// How a file writes its text.
enum TextShape {
  case utf8
  case utf16(isBigEndian: Bool)
  case singleByte(SingleByteTable)

  /// What the beginning of a file says of it.
  init(of start: [UInt8], mark: ByteOrderMark) throws(Fault) {
    if mark.encoding == .utf16 {
      self = .utf16(isBigEndian: mark.isBigEndian)
      return
    }
    let declared = XMLDeclaration(in: start[mark.length...])?.encoding
    switch DeclaredEncoding(declared) {
    case .utf8: self = .utf8
    case .singleByte(let table) where mark.encoding == .none: self = .singleByte(table)
    case .singleByte, .utf16: throw encodingMismatch(declared: declared, found: "UTF-8")
    case .other:
      throw Fault(.bad_encoding, kind: EncodingFaultKind.unsupported, values: ["encoding": quoted(declared ?? "")])
    }
  }

  /// Throws when text in UTF-16 says that it is something else.
  func refuseOtherDeclaration(_ declaration: XMLDeclaration?) throws(Fault) {
    guard case .utf16 = self, let declared = declaration?.encoding, DeclaredEncoding(declared) != .utf16 else { return }
    throw encodingMismatch(declared: declared, found: "UTF-16")
  }
}

/// The encodings that a declaration may name.
private enum DeclaredEncoding: Equatable {
  case utf8, utf16, other
  case singleByte(SingleByteTable)

  init(_ name: String?) {
    guard let name else { self = .utf8; return }
    switch String(decoding: name.utf8.map(smallLetter), as: UTF8.self) {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16le", "utf-16be": self = .utf16
    case "iso-8859-1", "latin1": self = .singleByte(.iso8859_1)
    case "windows-1252", "cp1252": self = .singleByte(.windows1252)
    default: self = .other
    }
  }
}

private func encodingMismatch(declared: String?, found: String) -> Fault {
  Fault(.bad_encoding, kind: EncodingFaultKind.mismatch, values: ["encoding": quoted(declared ?? ""), "found": found])
}
