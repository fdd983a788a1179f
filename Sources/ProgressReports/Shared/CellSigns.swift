import CompetencyCore
import Wording

/// The signs by which a cell is shown, and the words that say the same; never a colour alone.
struct CellSigns: Sendable {
  /// Not seen for longer than the task allows.
  static let stale = "!"
  /// Something waits for an answer.
  static let open = "*"

  let scale: MasteryScale
  let texts: Texts
  var isASCII = false

  /// The signs of a cell: its circle, why there is no level, stale, something open. Empty for a task that does not belong.
  func signs(of cell: MatrixCell?) -> String {
    guard let cell else { return "" }
    let level = cell.level != .nogNiet || cell.without == nil ? glyph(of: cell.level) : ""
    let marks = (cell.isStale ? Self.stale : "") + (Self.hasOpen(cell) ? Self.open : "")
    return level + (cell.without.map(sign) ?? "") + marks
  }

  /// The circle of a level; with plain signs a point, a stroke, a cross, the way people do it on paper.
  func glyph(of level: LevelID) -> String {
    guard isASCII else { return scale.glyph(of: level) }
    guard let rank = scale.rank(of: level) else { return "?" }
    if scale.levels.count > 3 { return String(rank) }
    return rank == 0 ? "." : rank >= scale.masteredRank ? "X" : "/"
  }

  /// The sign for a task without a level.
  func sign(of reason: AbsenceReason) -> String {
    isASCII && reason == .kan_hier_niet ? "-" : texts.say("sign." + reason.rawValue)
  }

  /// What a cell says, in words: `beheerst, lang niet gezien`.
  func words(of cell: MatrixCell?) -> String {
    guard let cell else { return texts.say("matrix.not_in_profile") }
    var words = cell.level != .nogNiet || cell.without == nil ? [texts.level(cell.level)] : []
    if let without = cell.without { words.append(texts.absence(without)) }
    if cell.isStale { words.append(texts.say("matrix.stale")) }
    if Self.hasOpen(cell) { words.append(texts.say("matrix.open")) }
    return words.joined(separator: ", ")
  }

  static func hasOpen(_ cell: MatrixCell) -> Bool { !cell.proposals.isEmpty || !cell.disagreements.isEmpty }

  /// What the signs in these cells mean, levels first.
  func legend(for cells: [MatrixCell?]) -> [String] {
    let shown = cells.compactMap { $0 }
    var legend = scale.levels.map { glyph(of: $0.id) + " " + texts.level($0.id) }
    for reason in [AbsenceReason.kan_hier_niet, .niet_van_toepassing] where shown.contains(where: { $0.without == reason }) {
      legend.append(sign(of: reason) + " " + texts.absence(reason))
    }
    if shown.contains(where: \.isStale) { legend.append(Self.stale + " " + texts.say("matrix.stale")) }
    if shown.contains(where: Self.hasOpen) { legend.append(Self.open + " " + texts.say("matrix.open")) }
    if cells.contains(where: { $0 == nil }) { legend.append(texts.say("matrix.empty_means")) }
    return legend
  }
}
