/// What a level or a date of a cell rests on (grond): what counts for it, when it was seen and by whom.
public struct CellGround: Hashable, Sendable {
  /// What it counts for, which a withdrawal may have made less than what was said.
  public let judgement: Judgement
  /// The statement.
  public let statement: Statement

  /// The day on which it was seen.
  public var seenOn: CalendarDate { statement.seenOn }
}

extension Knowledge {
  /// The fewest statements from which the same cell folds on this day: of the day that it was taught, of the day from which
  /// it was mastered, the one that it names, and why it has no level. By day; none for a cell of which nothing was seen.
  public func grounds(of key: CellKey, asOf: CalendarDate) -> [CellGround] {
    let (facts, scale) = (cells[key] ?? CellFacts(), company.scale)
    let cell = MatrixCell(key: key, inProfile: false, facts: facts, knowledge: self, asOf: asOf)
    let counted = CountedObservation.all(of: facts, scale: scale, asOf: asOf)
    func first(_ ranks: Range<Int>) -> CountedObservation? {
      counted.filter { ranks.contains($0.countedRank) }.min { Statement.comesFirst($0.statement, $1.statement) }
    }
    let taught = cell.aangeleerdOn.flatMap { _ in first(scale.taughtRank..<scale.masteredRank) }
    let rank = scale.rank(of: cell.level) ?? 0
    let found = [taught, first(scale.masteredRank..<scale.levels.count), first(rank..<rank + 1)].compactMap { $0 }
    var grounds = found.map { CellGround(judgement: .level(scale.level(atRank: $0.countedRank)), statement: $0.statement) }
    if let absence = cell.without.flatMap({ _ in MatrixCell.absence(in: facts, asOf: asOf) }) {
      grounds.append(CellGround(judgement: .without(absence.reason), statement: absence.statement))
    }
    var told: Set<CellGround> = []
    return grounds.filter { told.insert($0).inserted }.sorted { Statement.comesFirst($0.statement, $1.statement) }
  }
}
