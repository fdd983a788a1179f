/// What asks for a mark, by the names that somebody would give it in a template.
enum TemplateMarks {
  private static let keys: Set<String> = [
    "type", "keuze", "keuzes", "optie", "opties", "cijfer", "score", "schaal", "punten", "oordeel", "beoordeling", "norm",
  ]
  private static let kinds: Set<String> = [
    "zelfbeoordeling", "tussenbeoordeling", "eindbeoordeling", "beoordeling", "beoordelingsgesprek",
  ]

  /// Whether a line makes a question into something other than an open one; `type = tekst` says what every question is.
  static func asksForMark(_ entry: TemplateBlock.Entry) -> Bool {
    let parts = entry.key.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: Array($0), as: UTF8.self) }
    return parts.contains(where: keys.contains) && !isOpen(entry)
  }

  /// Whether a line says that the question is an open one.
  static func isOpen(_ entry: TemplateBlock.Entry) -> Bool {
    entry.key.utf8.elementsEqual("type".utf8) && entry.value.utf8.elementsEqual("tekst".utf8)
  }

  /// Whether a kind judges a person, and so is no conversation.
  static func isAssessment(_ kind: String) -> Bool { kinds.contains(kind) }
}
