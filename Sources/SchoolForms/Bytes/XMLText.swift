import CompetencyCore

/// The text of a file as UTF-8 that XML allows, checked to its last byte.
///
/// libxml2 would also take UTF-7, UCS-4 and EBCDIC, text after a NUL, and a file that stops inside a character; so it is
/// given nothing but what was checked here.
struct XMLText {
  private let bytes: [UInt8]
  private let range: Range<Int>
  /// Whether the file stops inside a character, which can only be if it was cut off.
  let endsInsideCharacter: Bool

  /// The text of a file in UTF-8, in UTF-16 with a byte order mark, in ISO-8859-1 or in Windows-1252.
  init(decoding file: [UInt8]) throws(Fault) {
    try FileKind.refuseOthers(file)
    let mark = ByteOrderMark(of: file)
    if mark.encoding == .utf16 {
      let decoded = try decodeUTF16(file[mark.length...], isBigEndian: mark.isBigEndian)
      try FileKind.refuseOtherText(decoded.text[...])
      try self.init(decoded: decoded.text, from: "UTF-16", endsInsideCharacter: decoded.endsInsideCharacter)
      return
    }
    let declaration = XMLDeclaration(in: file[mark.length...])
    switch Encoding(declared: declaration?.encoding) {
    case .utf8:
      let end = try checkUTF8(file, from: mark.length)
      self.init(bytes: file, range: mark.length..<end, endsInsideCharacter: end < file.count)
    case .singleByte(let table) where mark.encoding == .none:
      try self.init(decoded: try decodeSingleBytes(file, by: table), from: table.name, endsInsideCharacter: false)
    case .singleByte, .utf16:
      throw mismatch(declared: declaration?.encoding, found: "UTF-8")
    case .other:
      let name = quoted(declaration?.encoding ?? "")
      throw Fault(.bad_encoding, kind: EncodingFaultKind.unsupported, values: ["encoding": name])
    }
  }

  /// Text that was brought to UTF-8, without its declaration, which names what it was before.
  private init(decoded: [UInt8], from encoding: String, endsInsideCharacter: Bool) throws(Fault) {
    var decoded = decoded
    if let declaration = XMLDeclaration(in: decoded[...]) {
      if encoding == "UTF-16", let declared = declaration.encoding, Encoding(declared: declared) != .utf16 {
        throw mismatch(declared: declared, found: encoding)
      }
      // Lines keep their numbers.
      for index in declaration.range where decoded[index] != 0x0A && decoded[index] != 0x0D { decoded[index] = 0x20 }
    }
    let end = try checkUTF8(decoded, from: 0)
    self.init(bytes: decoded, range: 0..<end, endsInsideCharacter: endsInsideCharacter)
  }

  private init(bytes: [UInt8], range: Range<Int>, endsInsideCharacter: Bool) {
    (self.bytes, self.range, self.endsInsideCharacter) = (bytes, range, endsInsideCharacter)
  }

  /// Calls the closure with the text.
  func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws(Fault) -> Result) throws(Fault) -> Result {
    try bytes.withUnsafeBufferPointer { (whole) throws(Fault) in try body(UnsafeBufferPointer(rebasing: whole[range])) }
  }
}

/// The encodings that a declaration may name.
private enum Encoding: Equatable {
  case utf8, utf16, other
  case singleByte(SingleByteTable)

  init(declared name: String?) {
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

private func mismatch(declared: String?, found: String) -> Fault {
  Fault(.bad_encoding, kind: EncodingFaultKind.mismatch, values: ["encoding": quoted(declared ?? ""), "found": found])
}
