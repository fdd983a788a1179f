public import CompetencyCore

extension Texts {
  /// A level in words; the id of a level that the texts do not know, with spaces.
  public func level(_ id: LevelID) -> String {
    has("level." + id.text) ? say("level." + id.text) : CleanText.cleaned(spaced(id.text))
  }

  /// The sentence of observable behaviour of a level; nil for a level that the texts do not know.
  public func meaning(of id: LevelID) -> String? {
    has("level_meaning." + id.text) ? say("level_meaning." + id.text) : nil
  }

  /// A role in words.
  public func role(_ role: Role) -> String { say("role." + role.rawValue) }

  /// Why there is no level, in words.
  public func absence(_ reason: AbsenceReason) -> String { say("absence." + reason.rawValue) }

  private func spaced(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "_" ? " " : $0 }))
  }
}
