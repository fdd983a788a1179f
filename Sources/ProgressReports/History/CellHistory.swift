public import CompetencyCore

/// What was said of one task of one trainee, newest first.
public struct CellHistory: Sendable {
  /// What one entry is.
  public enum Kind: Sendable {
    /// Somebody of the leerbedrijf saw a level, or said why there is none.
    case observation
    /// The trainee or the school says a level.
    case proposal
    /// A person of the leerbedrijf took the level back to this one.
    case withdrawal
  }
  /// How an entry stands against the level.
  public enum Mark: String, Sendable {
    /// A proposal that waits for an answer.
    case openProposal = "open_proposal"
    /// A proposal that was accepted or refused.
    case answeredProposal = "answered_proposal"
    /// An observation that says less than an earlier one, and waits for a person.
    case openDisagreement = "open_disagreement"
    /// Such an observation that was talked over: the level stays.
    case settledDisagreement = "settled_disagreement"
  }
  /// One entry.
  public struct Entry: Sendable {
    /// What it is.
    public let kind: Kind
    /// The day on which it was seen or done.
    public let on: CalendarDate
    /// The level, or why there is none.
    public let judgement: Judgement
    /// Who said it, as a role; nil for a withdrawal.
    public let role: Role?
    /// Who said it; nil for a form.
    public let by: PersonID?
    /// The statement itself; nil for a withdrawal.
    public let statement: Statement?
    /// How it stands against the level.
    public let mark: Mark?
    /// What was written beside it; nil when nothing was or it may not be shown.
    public let note: String?
  }

  /// Whose task, and which.
  public let key: CellKey
  /// The cell as it stands; nil when there are no facts and the task is not of the profile.
  public let cell: MatrixCell?
  /// The entries, newest first.
  public let entries: [Entry]
  /// The set-up, for names.
  public let company: Company

  /// The history up to the day of the matrix, with the notes and reasons that the reader may see.
  public init(
    of key: CellKey, in matrix: CompetencyMatrix, notes: [Statement.Origin: String] = [:], reasons: [FactID: String] = [:]
  ) {
    let (facts, cell) = (matrix.knowledge.cells[key], matrix[key.trainee, key.task])
    let withdrawals = (facts?.withdrawals ?? []).filter { $0.on <= matrix.asOf }.sorted { $0.id < $1.id }
    let statements = ((facts?.observations ?? []) + (facts?.proposals ?? [])).filter { $0.seenOn <= matrix.asOf }
    var placed: [(place: Place, entry: Entry)] = []
    for statement in statements.sorted(by: Statement.comesFirst) {
      let after = Self.count(of: withdrawals, sameDayBefore: statement)
      let place = Place(day: statement.seenOn, after: after, isWithdrawal: false, order: placed.count)
      let entry = Entry(
        kind: statement.role.observes ? .observation : .proposal, on: statement.seenOn, judgement: statement.judgement,
        role: statement.role, by: statement.by, statement: statement,
        mark: Self.mark(of: statement, cell, matrix.knowledge), note: notes[statement.origin])
      placed.append((place, entry))
    }
    for withdrawal in withdrawals {
      let earlier = withdrawals.prefix { $0.id != withdrawal.id }.count { $0.on == withdrawal.on }
      placed.append(
        (
          Place(day: withdrawal.on, after: earlier, isWithdrawal: true, order: placed.count),
          Entry(
            kind: .withdrawal, on: withdrawal.on, judgement: .level(withdrawal.to), role: nil, by: withdrawal.by, statement: nil,
            mark: nil, note: reasons[withdrawal.id])
        ))
    }
    (self.key, self.cell, company) = (key, cell, matrix.knowledge.company)
    entries = placed.sorted { $1.place < $0.place }.map(\.entry)
  }

  /// Where an entry stands: by day, and on one day a withdrawal after what it caps and before what came after it.
  private struct Place: Comparable {
    let day: CalendarDate
    let after: Int
    let isWithdrawal: Bool
    let order: Int

    static func < (one: Self, other: Self) -> Bool {
      if one.day != other.day { return one.day < other.day }
      return (one.after, one.isWithdrawal ? 1 : 0, one.order) < (other.after, other.isWithdrawal ? 1 : 0, other.order)
    }
  }

  private static func count(of withdrawals: [Withdrawal], sameDayBefore statement: Statement) -> Int {
    guard case .hand(let id, _) = statement.origin else { return 0 }
    return withdrawals.count { $0.on == statement.seenOn && $0.id < id }
  }

  private static func mark(of statement: Statement, _ cell: MatrixCell?, _ knowledge: Knowledge) -> Mark? {
    guard let key = statement.decisionKey else { return nil }
    // Equal content is asked once, so it is the content that is open, not the one line that came first.
    if cell?.proposals.contains(where: { $0.decisionKey == key }) == true { return .openProposal }
    if cell?.disagreements.contains(where: { $0.decisionKey == key }) == true { return .openDisagreement }
    if !statement.role.observes, knowledge.isDecided(key) { return .answeredProposal }
    return statement.role.observes && knowledge.isDismissed(key) ? .settledDisagreement : nil
  }
}
