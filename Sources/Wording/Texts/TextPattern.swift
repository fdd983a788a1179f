/// One text with the places where values come: `{count} van de {total} taken`.
struct TextPattern: Sendable {
  enum Part: Sendable {
    case words(String)
    case value(named: String)
  }
  private let text: String
  /// The line of the file that it stands on.
  let line: Int

  /// The pattern of a text in UTF-8; nil when a brace in it opens or closes no name.
  init?(_ bytes: ArraySlice<UInt8>, line: Int) {
    guard Self.bracesMatch(in: bytes) else { return nil }
    // Every command reads all texts and says a few: a text is cut into parts when it is said.
    (text, self.line) = (String(decoding: bytes, as: UTF8.self), line)
  }

  private static func bracesMatch(in bytes: ArraySlice<UInt8>) -> Bool {
    var length: Int?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "{"):
        guard length == nil else { return false }
        length = 0
      case UInt8(ascii: "}"):
        guard let inName = length, inName > 0 else { return false }
        length = nil
      default:
        guard let inName = length else { continue }
        guard isOfName(Unicode.Scalar(byte)) else { return false }
        length = inName + 1
      }
    }
    return length == nil
  }

  private var hasValues: Bool { text.utf8.contains(UInt8(ascii: "{")) }

  private var parts: [Part] {
    // Braces are ASCII, so the text is cut between bytes without harm to any sign.
    var parts: [Part] = []
    var rest = text.utf8[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")), let end = rest[brace...].firstIndex(of: UInt8(ascii: "}")) {
      if brace > rest.startIndex { parts.append(.words(String(text[rest.startIndex..<brace]))) }
      parts.append(.value(named: String(text[rest.index(after: brace)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.words(String(text[rest.startIndex...]))) }
    return parts
  }

  /// The names of the values that it mentions.
  var names: Set<String> {
    guard hasValues else { return [] }
    return Set(parts.compactMap { if case .value(let name) = $0 { name } else { nil } })
  }

  /// The text with its values; a value that nobody gave shows as an ellipsis.
  func filled(with values: [String: String]) -> String {
    guard hasValues else { return text }
    return parts.map { part in
      switch part {
      case .words(let words): words
      case .value(let name): values[name] ?? "…"
      }
    }.joined()
  }

  /// Small letters, digits and underscores: what names of values and parts of keys are made of.
  static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }
}
