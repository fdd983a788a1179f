/// The names under which somebody would give a mark in a record, in any case.
public enum MarkWords {
  private static let names: Set<String> = [
    "cijfer", "eindcijfer", "rapportcijfer", "score", "punten", "oordeel", "eindoordeel", "beoordeling", "waardering",
    "niveau_gesprek",
    "mark", "grade", "rating", "points", "assessment",
  ]

  /// Whether a name asks for a mark: a score of the conversation or of the person.
  public static func isMark(_ name: String) -> Bool {
    let small = name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 0x20 : $0 }
    return names.contains(String(decoding: small, as: UTF8.self))
  }
}
