import CompetencyCore

/// How people are named on a sheet that hangs on a wall, where visitors read along; never by their family name.
public enum WallNames: String, CaseIterable, Sendable {
  /// The first name; with the initial of the family name where two are alike.
  case first
  /// The initials.
  case initials
  /// The employer's number.
  case number

  /// The ways to name somebody, shortest first.
  func forms(_ name: PersonName, _ id: PersonID, number: String) -> [String] {
    let initials = String(
      String.UnicodeScalarView([name.given, name.prefix, name.family].compactMap { $0.unicodeScalars.first }))
    switch self {
    case .first where !name.given.isEmpty:
      return [name.given, ShortNames.withInitial(name.given, name), name.given + " (" + id.text + ")"]
    case .number where !number.isEmpty: return [number, number + " (" + id.text + ")"]
    default: return [initials, initials + " (" + id.text + ")"]
    }
  }
}
