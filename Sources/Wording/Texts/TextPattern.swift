/// One text with the places where values come: `{count} van de {total} taken`.
struct TextPattern: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case words(String)
    case value(named: String)
  }
  let parts: [Part]
  /// The line of the file that it stands on.
  let line: Int

  /// The pattern of a text in UTF-8; nil when a brace in it opens or closes no name.
  init?(_ bytes: ArraySlice<UInt8>, line: Int) {
    // Braces are ASCII, so the text is cut between bytes without harm to any sign.
    var parts: [Part] = []
    var rest = bytes
    while let brace = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
      guard bytes[brace] == UInt8(ascii: "{"), let end = rest[brace...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      let name = String(decoding: rest[(brace + 1)..<end], as: UTF8.self)
      guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.isOfName) else { return nil }
      if brace > rest.startIndex { parts.append(.words(String(decoding: rest[..<brace], as: UTF8.self))) }
      parts.append(.value(named: name))
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { parts.append(.words(String(decoding: rest, as: UTF8.self))) }
    (self.parts, self.line) = (parts, line)
  }

  /// The names of the values that it mentions.
  var names: Set<String> {
    Set(parts.compactMap { if case .value(let name) = $0 { name } else { nil } })
  }

  /// The text with its values; a value that nobody gave shows as an ellipsis.
  func filled(with values: [String: String]) -> String {
    parts.map { part in
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
