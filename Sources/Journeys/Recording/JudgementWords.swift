public import CompetencyCore

extension Judgement {
  /// What a typed word says: a level's id, `kan_hier_niet` or `niet_van_toepassing`.
  init?(word: String, scale: MasteryScale) {
    if let level = LevelID(word), scale.rank(of: level) != nil {
      self = .level(level)
    } else if let reason = AbsenceReason(rawValue: word), reason != .niet_waargenomen {
      self = .without(reason)
    } else {
      return nil
    }
  }

  /// The rank of the level; nil for a judgement without one.
  func rank(in scale: MasteryScale) -> Int? {
    if case .level(let level) = self { scale.rank(of: level) } else { nil }
  }
}

extension MatrixCell {
  /// What the cell shows, as an assignment says it: the id of its level, or why there is none.
  public var word: String { without?.rawValue ?? level.text }
}
