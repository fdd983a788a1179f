/// One cell of the matrix on one day: what the facts of the cell fold to.
public struct MatrixCell: Sendable, Hashable {
  /// Whose cell, of which task.
  public let key: CellKey
  /// Whether the task belongs to the trainee's profile.
  public let inProfile: Bool
  /// The level (rule 6).
  public let level: LevelID
  /// Why the task has no level, when that is the latest that was said (rule 10): only `kan_hier_niet` or `niet_van_toepassing`.
  public let without: AbsenceReason?
  /// The day on which it was taught; may be nil with ``beheerstOn`` set ("en/of").
  public let aangeleerdOn: CalendarDate?
  /// The day from which it was mastered.
  public let beheerstOn: CalendarDate?
  /// The last day on which an observation counted for the level; nil for a level that nobody saw.
  public let lastSeenOn: CalendarDate?
  /// The observation that the cell names: the earliest of its level (rule 13).
  public let named: Statement?
  /// The proposals that are open (rule 9), in the order of their days; equal content once.
  public let proposals: [Statement]
  /// The disagreements that are open (rule 8), in the order of their days; equal content once.
  public let disagreements: [Statement]
  /// Whether it is mastered but was not seen for longer than the task allows (rule 11).
  public let isStale: Bool
}

extension MatrixCell {
  /// The cell that these facts fold to on this day.
  public init(key: CellKey, inProfile: Bool, facts: CellFacts, knowledge: Knowledge, asOf: CalendarDate) {
    let scale = knowledge.company.scale
    let counted = CountedObservation.all(of: facts, scale: scale, asOf: asOf)
    let standing = CountedObservation.standing(of: counted, scale: scale)
    let rank = standing.rank
    let ofLevel = counted.filter { $0.countedRank == rank }
    let taught = counted.filter { (scale.taughtRank..<scale.masteredRank).contains($0.countedRank) }.map(\.statement.seenOn)

    self.key = key
    self.inProfile = inProfile
    level = scale.level(atRank: rank)
    without = Self.absence(in: facts, asOf: asOf)?.reason
    beheerstOn = standing.beheerstOn
    aangeleerdOn = taught.min().flatMap { day in standing.beheerstOn.map { day <= $0 } ?? true ? day : nil }
    lastSeenOn = ofLevel.map(\.statement.seenOn).max()
    named = ofLevel.map(\.statement).min(by: Statement.comesFirst)
    proposals = Self.once(
      facts.proposals.filter { proposal in
        proposal.seenOn <= asOf && proposal.level.flatMap(scale.rank).map { $0 > rank } ?? false
          && proposal.decisionKey.map { !knowledge.isDecided($0) } ?? false
      })
    disagreements = Self.once(
      CountedObservation.disagreements(in: counted).filter { statement in
        statement.decisionKey.map { !knowledge.isDismissed($0) } ?? false
      })
    isStale = standing.isStale(after: knowledge.company.tasks[key.task]?.repeatMonths, asOf: asOf)
  }

  /// Rule 10: the latest by day; any level of the same day or later goes before it.
  static func absence(in facts: CellFacts, asOf: CalendarDate) -> (statement: Statement, reason: AbsenceReason)? {
    // Most cells have none, and a matrix has thousands of cells.
    guard facts.observations.contains(where: { $0.level == nil }) else { return nil }
    let seen = facts.observations.filter { $0.seenOn <= asOf }
    let absences = seen.compactMap { statement -> (Statement, AbsenceReason)? in
      guard case .without(let reason) = statement.judgement, reason != .niet_waargenomen else { return nil }
      return (statement, reason)
    }
    guard let day = absences.map(\.0.seenOn).max() else { return nil }
    if seen.contains(where: { $0.level != nil && $0.seenOn >= day }) { return nil }
    let latest = absences.filter { $0.0.seenOn == day }
    // What one person corrected by hand on the day itself goes before what the hand wrote earlier.
    let byHand = latest.filter { $0.0.sender == nil }
    let first = latest.min { Statement.comesFirst($0.0, $1.0) }
    guard let first, first.0.sender == nil else { return first }
    return byHand.filter { $0.0.role == first.0.role }.max { Statement.comesFirst($0.0, $1.0) }
  }

  private static func once(_ statements: [Statement]) -> [Statement] {
    if statements.isEmpty { return [] }
    var seen: Set<DecisionKey> = []
    return statements.sorted(by: Statement.comesFirst).filter { $0.decisionKey.map { seen.insert($0).inserted } ?? false }
  }
}

/// An observation with the rank that it counts for on a day (rule 5).
struct CountedObservation {
  let statement: Statement
  let saidRank: Int
  let countedRank: Int

  static func all(of facts: CellFacts, scale: MasteryScale, asOf: CalendarDate) -> [CountedObservation] {
    let withdrawals = facts.withdrawals.filter { $0.on <= asOf }
    return facts.observations.compactMap { statement -> CountedObservation? in
      guard statement.seenOn <= asOf, let said = statement.level.flatMap(scale.rank) else { return nil }
      let limits = withdrawals.filter { caps($0, statement) }.compactMap { scale.rank(of: $0.to) }
      return CountedObservation(statement: statement, saidRank: said, countedRank: min(said, limits.min() ?? said))
    }
  }

  /// How the cell of these observations stands.
  static func standing(of counted: [CountedObservation], scale: MasteryScale) -> CellStanding {
    var standing = CellStanding()
    for one in counted { standing.see(one.countedRank, on: one.statement.seenOn, masteredFrom: scale.masteredRank) }
    return standing
  }

  /// Whether a withdrawal caps a statement: of an earlier day always, of its own day unless recorded by hand after it.
  private static func caps(_ withdrawal: Withdrawal, _ statement: Statement) -> Bool {
    guard withdrawal.on == statement.seenOn else { return withdrawal.on > statement.seenOn }
    switch statement.origin {
    case .form: return true
    case .hand(let id, _): return id < withdrawal.id
    }
  }

  /// Rule 8: says less than one of an earlier day counts for.
  static func disagreements(in counted: [CountedObservation]) -> [Statement] {
    if counted.count < 2 { return [] }
    var (highestBefore, highest) = (0, 0)
    var day: CalendarDate?
    return counted.sorted { $0.statement.seenOn < $1.statement.seenOn }.compactMap { observation -> Statement? in
      // What is seen on one day is compared with earlier days only, so the highest moves on when the day does.
      if observation.statement.seenOn != day { (highestBefore, day) = (highest, observation.statement.seenOn) }
      highest = max(highest, observation.countedRank)
      return observation.saidRank < highestBefore ? observation.statement : nil
    }
  }
}
