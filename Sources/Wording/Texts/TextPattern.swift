/// One text with the places where values come: `{count} van de {total} taken`.
struct TextPattern: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case words(String)
    case value(named: String)
  }
  let parts: [Part]
  /// The line of the file that it stands on.
  let line: Int

  /// The pattern of a text; nil when a brace in it opens or closes no name.
  init?(_ text: String, line: Int) {
    var parts: [Part] = []
    var words = String.UnicodeScalarView()
    var name: String.UnicodeScalarView?
    for scalar in text.unicodeScalars {
      switch (scalar, name) {
      case ("{", nil):
        if !words.isEmpty { parts.append(.words(String(words))) }
        (words, name) = (String.UnicodeScalarView(), String.UnicodeScalarView())
      case ("}", let read?):
        guard !read.isEmpty else { return nil }
        parts.append(.value(named: String(read)))
        name = nil
      case ("{", _), ("}", _): return nil
      case (_, var read?):
        guard Self.isOfName(scalar) else { return nil }
        read.append(scalar)
        name = read
      case (_, nil): words.append(scalar)
      }
    }
    guard name == nil else { return nil }
    if !words.isEmpty { parts.append(.words(String(words))) }
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
