/// One level of a scale, with one sentence of behaviour that a person can see.
public struct MasteryLevel: Hashable, Sendable {
  /// The key that facts keep.
  public let id: LevelID
  /// A circle that is fuller the higher the level; never a colour alone.
  public let glyph: String

  /// A level of a scale; its name and meaning are texts under its id.
  public init(id: LevelID, glyph: String) {
    self.id = id
    self.glyph = glyph
  }
}

/// Ordered levels, lowest first, with the two marks that dates, coverage, staleness and reports use.
public struct MasteryScale: Hashable, Sendable {
  /// The levels, lowest first; the first is always ``LevelID/nogNiet``.
  public let levels: [MasteryLevel]
  /// The rank from which a task counts as taught (aangeleerd).
  public let taughtRank: Int
  /// The rank from which a task counts as mastered (beheerst).
  public let masteredRank: Int

  /// A scale of two to six levels (nog_niet and at most five of the company's own), each id once.
  ///
  /// - Returns: nil when the levels do not begin with nog_niet, repeat an id, or the marks are not in order.
  public init?(levels: [MasteryLevel], taught: LevelID, mastered: LevelID) {
    guard (2...6).contains(levels.count), levels.first?.id == .nogNiet, Set(levels.map(\.id)).count == levels.count,
      let taughtRank = levels.firstIndex(where: { $0.id == taught }),
      let masteredRank = levels.firstIndex(where: { $0.id == mastered }), 1 <= taughtRank, taughtRank <= masteredRank
    else { return nil }
    (self.levels, self.taughtRank, self.masteredRank) = (levels, taughtRank, masteredRank)
  }

  private init(standardLevels: [MasteryLevel]) {
    (levels, taughtRank, masteredRank) = (standardLevels, 1, 2)
  }

  /// ○ nog niet < ◐ aangeleerd < ● beheerst: the scale of the field's handbook.
  public static let standard = MasteryScale(standardLevels: [
    MasteryLevel(id: .nogNiet, glyph: "○"), MasteryLevel(id: .aangeleerd, glyph: "◐"), MasteryLevel(id: .beheerst, glyph: "●"),
  ])

  /// The name under which a message says that its levels are ours (`schaal/@vocabulaire`).
  public static let vocabulary = "urn:vakmatrix:schaal:1"

  /// The place of a level, 0 for nog_niet; nil for a level that the scale does not have.
  public func rank(of level: LevelID) -> Int? { levels.firstIndex { $0.id == level } }

  /// The level with this rank; ranks outside the scale become the nearest.
  public func level(atRank rank: Int) -> LevelID { levels[min(max(rank, 0), levels.count - 1)].id }

  /// The circle of a level; a question mark for a level that the scale does not have.
  public func glyph(of level: LevelID) -> String { rank(of: level).map { levels[$0].glyph } ?? "?" }

  /// Our level for a sender's own reading in the terms nog_niet, aangeleerd and beheerst; never rounded up.
  public func level(reading term: LevelID) -> LevelID? {
    switch term {
    case .nogNiet: .nogNiet
    case .aangeleerd: level(atRank: taughtRank)
    case .beheerst: level(atRank: masteredRank)
    default: nil
    }
  }
}
