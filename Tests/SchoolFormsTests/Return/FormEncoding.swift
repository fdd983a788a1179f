/// The encodings that are read, each written by the test itself.
enum FormEncoding: CaseIterable, Sendable {
  case utf8, utf8WithMark, utf16Little, utf16Big, latin1, windows1252

  var name: String {
    switch self {
    case .utf8, .utf8WithMark: "UTF-8"
    case .utf16Little, .utf16Big: "UTF-16"
    case .latin1: "ISO-8859-1"
    case .windows1252: "Windows-1252"
    }
  }

  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .latin1, .windows1252: text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    }
  }

  /// A sign as it stands in the file, by itself or as a reference.
  func written(_ sign: Unicode.Scalar) -> String {
    switch self {
    case .latin1: "&#\(sign.value);"
    case .windows1252 where sign != "€": "&#\(sign.value);"
    default: String(sign)
    }
  }
}
