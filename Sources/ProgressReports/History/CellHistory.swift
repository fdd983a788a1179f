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
    /// What counts no longer, because its booking was undone.
    case undone
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
    /// Who booked it and when: of a form the import.
    public let booked: BookingTrail.Act?
    /// Who undid that booking and when; nil while it counts.
    public let undone: BookingTrail.Act?
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
    of key: CellKey, in matrix: CompetencyMatrix, trail: BookingTrail, notes: [Statement.Origin: String] = [:],
    reasons: [FactID: String] = [:]
  ) {
    let cell = matrix[key.trainee, key.task]
    let told = HistoryFacts(of: key, in: matrix, trail)
    var placed: [(place: Place, entry: Entry)] = []
    for said in told.said {
      let statement = said.statement
      let after = Self.count(of: told.taken, sameDayBefore: statement)
      let place = Place(day: statement.seenOn, after: after, isWithdrawal: false, order: placed.count)
      let entry = Entry(
        kind: statement.role.observes ? .observation : .proposal, on: statement.seenOn, judgement: statement.judgement,
        role: statement.role, by: statement.by, statement: statement,
        mark: said.undone == nil ? Self.mark(of: statement, cell, matrix.knowledge) : .undone, note: notes[statement.origin],
        booked: said.booked, undone: said.undone)
      placed.append((place, entry))
    }
    for taken in told.taken {
      let withdrawal = taken.withdrawal
      let earlier = told.taken.prefix { $0.withdrawal.id != withdrawal.id }.count { $0.withdrawal.on == withdrawal.on }
      let place = Place(day: withdrawal.on, after: earlier, isWithdrawal: true, order: placed.count)
      let entry = Entry(
        kind: .withdrawal, on: withdrawal.on, judgement: .level(withdrawal.to), role: nil, by: withdrawal.by, statement: nil,
        mark: taken.undone == nil ? nil : .undone, note: reasons[withdrawal.id], booked: taken.booked,
        undone: taken.undone)
      placed.append((place, entry))
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

  private static func count(of withdrawals: [HistoryFacts.Taken], sameDayBefore statement: Statement) -> Int {
    guard case .hand(let id, _) = statement.origin else { return 0 }
    return withdrawals.count { $0.withdrawal.on == statement.seenOn && $0.withdrawal.id < id }
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
