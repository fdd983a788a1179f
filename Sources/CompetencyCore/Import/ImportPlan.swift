/// What importing messages adds, as a value: the command line prints it, a page shows it, a test compares it.
///
/// It is worked out within the transaction that applies it; a rehearsal takes the transaction back.
public struct ImportPlan: Sendable {
  /// The booking that is written; nil when nothing is new.
  public let booking: BookingNumber?
  /// How many forms the messages hold.
  public let formCount: Int
  /// How many facts are added, replaced and known.
  public let counts: Counts
  /// What each line does, in the order of the files; only worked out for who wants to see it.
  public let lines: [PlannedLine]
  /// What a person should look at: errors, questions, warnings.
  public let problems: [Problem]
  /// Whether a person must look at something that these messages brought: a disagreement, a line that waits, a form
  /// that a correction dropped.
  public let needsPerson: Bool

  /// Whether nothing is written.
  public var isEmpty: Bool { booking == nil }

  /// A plan from its parts.
  public init(
    booking: BookingNumber?, formCount: Int, counts: Counts, lines: [PlannedLine], problems: [Problem], needsPerson: Bool
  ) {
    (self.booking, self.formCount, self.counts, self.lines) = (booking, formCount, counts, lines)
    (self.problems, self.needsPerson) = (problems, needsPerson)
  }

  /// The numbers of an import.
  public struct Counts: Sendable, Hashable {
    /// Observations added that count.
    public var observations = 0
    /// Proposals added that count.
    public var proposals = 0
    /// Agreements added that count.
    public var agreements = 0
    /// Facts added whose form does not count.
    public var replaced = 0
    /// Facts of forms that were here with the same content.
    public var alreadyKnown = 0
    /// Open disagreements after less before.
    public var disagreements = 0
    /// Open questions after less before.
    public var questions = 0

    /// Nothing counted.
    public init() {}
  }
}

/// What one line of a form would do to its cell.
public struct PlannedLine: Sendable, Hashable {
  /// What becomes of the line.
  public enum Fate: String, Sendable {
    /// It counts as an observation.
    case observation
    /// It stands beside the level as a proposal.
    case proposal
    /// It waits for an answer.
    case parked
    /// Its form does not count.
    case replaced
  }
  /// Where the line stands.
  public let place: SourcePlace
  /// Whom it is about; nil while that is asked.
  public let trainee: TraineeID?
  /// The name as the form shows it.
  public let displayName: String
  /// The task as the sender wrote it.
  public let taskWritten: TaskCode
  /// Our task; nil while that is asked.
  public let task: TaskCode?
  /// The level of the cell before; nil without a cell.
  public let before: LevelID?
  /// The level of the cell after; nil without a cell.
  public let after: LevelID?
  /// What the line says; nil while that is asked.
  public let says: Judgement?
  /// Who says it, as a role.
  public let role: Role
  /// What becomes of the line.
  public let fate: Fate
}

extension PlannedLine {
  /// What the line does to its cell, as a word of the texts: `moves`, `same`, `lower`, `proposal`, `heard`, `parked`,
  /// `replaced`.
  public func effect(on scale: MasteryScale) -> String {
    guard fate == .observation || fate == .proposal, let before, let after else { return fate.rawValue }
    let said: Int? = if case .level(let level) = says { scale.rank(of: level) } else { nil }
    let level = scale.rank(of: after) ?? 0
    // A proposal that says no more than the level is kept, but nobody needs to look at it.
    if fate == .proposal { return said.map { $0 > level } ?? false ? "proposal" : "heard" }
    if before != after { return "moves" }
    return said.map { $0 < level } ?? false ? "lower" : "same"
  }
}
