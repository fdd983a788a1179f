import CompetencyCore

/// What a file is by its first bytes, when it is not the XML that we read.
enum FileKind {
  /// Throws what is wrong with a file that is empty, is something else than XML or has an encoding outside the list.
  static func refuseOthers(_ file: [UInt8]) throws(Fault) {
    if isEmpty(file) { throw Fault(.file_empty) }
    if let encoding = foreignEncoding(file) {
      throw Fault(.bad_encoding, kind: EncodingFaultKind.unsupported, values: ["encoding": encoding])
    }
    if let kind = kind(bySignature: file) { throw Fault(.not_xml, values: ["kind": kind]) }
    guard ByteOrderMark(of: file).encoding != .utf16 else { return }
    try refuseOtherText(file[ByteOrderMark(of: file).length...])
  }

  /// Throws what is wrong with text that does not begin as XML does.
  static func refuseOtherText(_ text: ArraySlice<UInt8>) throws(Fault) {
    let first = text.drop(while: isWhiteSpace)
    guard let byte = first.first else { throw Fault(.file_empty) }
    switch byte {
    case UInt8(ascii: "<"):
      let start = first.prefix(15).map(smallLetter)
      if start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8) {
        throw Fault(.not_xml, values: ["kind": "HTML"])
      }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      throw Fault(.not_xml, values: ["kind": "JSON"])
    default:
      let isText = !first.prefix(4096).contains { $0 < 0x20 && !isWhiteSpace($0) }
      throw Fault(.not_xml, values: ["kind": isText ? "TXT" : "BIN"])
    }
  }

  /// Nothing, or only white space, with or without (a part of) a byte order mark.
  private static func isEmpty(_ file: [UInt8]) -> Bool {
    let mark = ByteOrderMark(of: file)
    let isTwoBytes = mark.encoding == .utf16
    let isCutMark = [[0xEF], [0xEF, 0xBB], [0xFF], [0xFE]].contains(file)
    return isCutMark || file[mark.length...].allSatisfy { isWhiteSpace($0) || (isTwoBytes && $0 == 0) }
  }

  /// The encodings that libxml2 would find out by itself, past every check of ours.
  private static func foreignEncoding(_ file: [UInt8]) -> String? {
    let wide: [[UInt8]] = [[0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0, 0x3C], [0x3C, 0, 0, 0]]
    if wide.contains(where: file.starts) { return "UTF-32" }
    if file.starts(with: [0x3C, 0]) || file.starts(with: [0, 0x3C]) { return "UTF-16" }
    if file.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return "EBCDIC" }
    return nil
  }

  private static func kind(bySignature file: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      (Array("%PDF".utf8), "PDF"), ([0x1F, 0x8B], "GZIP"), ([0xD0, 0xCF, 0x11, 0xE0], "DOC/XLS"),
      (Array("{\\rtf".utf8), "RTF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
    ]
    if let found = signatures.first(where: { file.starts(with: $0.0) }) { return found.1 }
    guard file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: [0x50, 0x4B, 0x05, 0x06]) else { return nil }
    // Word and Excel files are zip files; the names of their parts stand near the beginning.
    let start = String(decoding: file.prefix(8192), as: UTF8.self).utf8
    if start.contains("xl/".utf8) { return "XLSX" }
    return start.contains("word/".utf8) ? "DOCX" : "ZIP"
  }
}

/// The mark at the beginning of a file that tells its encoding.
struct ByteOrderMark {
  enum Encoding { case utf8, utf16, none }
  let encoding: Encoding
  /// How many bytes it takes.
  let length: Int
  /// Whether the first byte of two is the higher.
  let isBigEndian: Bool

  init(of file: [UInt8]) {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length, isBigEndian) = (.utf8, 3, false)
    } else if file.starts(with: [0xFE, 0xFF]) || file.starts(with: [0xFF, 0xFE]) {
      (encoding, length, isBigEndian) = (.utf16, 2, file[0] == 0xFE)
    } else {
      (encoding, length, isBigEndian) = (.none, 0, false)
    }
  }
}

/// Space, tab, line feed or carriage return: the white space of XML.
func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// The small letter of a capital of ASCII.
func smallLetter(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
