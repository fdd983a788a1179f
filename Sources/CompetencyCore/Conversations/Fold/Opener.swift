/// The opener of a conversation (gespreksopener): what the facts since the last one give to talk about.
///
/// Every number in it can be recounted: each line names the facts that it was counted from.
public struct Opener: Sendable {
  /// What a line is about; the key of its text.
  public enum Kind: String, Sendable, CaseIterable {
    /// Agreements that were kept, that lapsed or that were reworded since the last conversation.
    case agreements_done, agreements_dropped, agreements_reworded
    /// Agreements that are open, and of those the ones past their day.
    case agreements_open, agreements_overdue
    /// Tasks that became beheerst, or aangeleerd, since the last conversation.
    case mastered, taught
    /// Tasks whose planned week is over and whose target is not reached.
    case behind
    /// Proposals that say more than the level, and disagreements.
    case proposals, disagreements
    /// Tasks that are beheerst but were not seen for too long.
    case stale
    /// Results that no compliment has named yet.
    case unpraised
    /// Goals whose key result is late, and goals that nobody looked at in the last two conversations.
    case goals_late, goals_untouched
    /// There is no goal at all.
    case no_goal
    /// What hinders, with its age.
    case obstacles

    /// The topic under which it is talked over.
    public var topic: String {
      switch self {
      case .agreements_done, .agreements_dropped, .agreements_reworded, .agreements_open, .agreements_overdue: "terugblik"
      case .mastered, .taught, .behind, .proposals, .disagreements, .stale: "voortgang"
      case .unpraised: "feedback"
      case .goals_late, .goals_untouched, .no_goal: "doelen"
      case .obstacles: "knelpunten"
      }
    }
  }
  /// One thing that a line counts.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public enum Subject: Sendable, Hashable {
      case agreement(AgreementID)
      case task(TaskCode)
      case goal(GoalID)
      case obstacle(ObstacleID)
    }
    /// What it is.
    public let subject: Subject
    /// The day that matters: of closing, of being seen, by which it was due, since which it hinders.
    public let day: CalendarDate?
    /// The names of the facts that it comes from: `a-0031.2`, `b-0002.14:3` (the third line of a form), or a school's id.
    public let facts: [String]
  }
  /// One line: what is counted, and each thing that was.
  public struct Line: Sendable {
    /// What it is about.
    public let kind: Kind
    /// What was counted; empty only for ``Kind/no_goal``.
    public let entries: [Entry]
  }
  /// The day of the last conversation; nil when there was none.
  public let since: CalendarDate?
  /// The lines, in the order of ``Kind``; lines without entries are left out.
  public let lines: [Line]

  /// Whether the facts give nothing to talk about.
  public var isEmpty: Bool { lines.isEmpty }

  /// The opener of the next conversation with a trainee, on the matrix's day.
  public init(of trainee: Trainee, in matrix: CompetencyMatrix) {
    let held = matrix.knowledge.conversationDays(of: trainee.id, upTo: matrix.asOf)
    let counter = OpenerCounter(trainee: trainee, matrix: matrix, held: held)
    since = held.last
    lines = Kind.allCases.compactMap { kind in
      let entries = counter.entries(of: kind)
      let isLine = kind == .no_goal ? counter.hasNoGoal : !entries.isEmpty
      return isLine ? Line(kind: kind, entries: entries) : nil
    }
  }
}

/// Counts what the lines of an opener are about.
private struct OpenerCounter {
  let trainee: Trainee
  let matrix: CompetencyMatrix
  private let since: CalendarDate
  /// The day of the conversation before the last.
  private let beforeLast: CalendarDate?
  private let agreements: [StandingAgreement]
  private let goals: [StandingGoal]
  private let praised: Set<TaskCode>
  private let hasFacts: Bool

  init(trainee: Trainee, matrix: CompetencyMatrix, held: [CalendarDate]) {
    let knowledge = matrix.knowledge
    (self.trainee, self.matrix, since) = (trainee, matrix, held.last ?? .first)
    beforeLast = held.dropLast().last
    agreements = knowledge.agreements(of: trainee.id, asOf: matrix.asOf)
    goals = knowledge.goals(of: trainee.id, asOf: matrix.asOf)
    praised = Set(
      knowledge.conversations.notes.compactMap { note in
        if note.trainee == trainee.id, case .compliment(let task) = note.kind { task } else { nil }
      })
    hasFacts = !held.isEmpty
  }

  /// A first conversation is where goals are set, so only after one is their absence worth a line.
  var hasNoGoal: Bool { hasFacts && !goals.contains(where: \.isOpen) }

  func entries(of kind: Opener.Kind) -> [Opener.Entry] {
    switch kind {
    case .agreements_done: agreements { if case .done(let day) = $0.status { since < day ? day : nil } else { nil } }
    case .agreements_dropped: agreements { if case .dropped(let day) = $0.status { since < day ? day : nil } else { nil } }
    case .agreements_reworded:
      agreements { if case .reworded(_, let day) = $0.status { since < day ? day : nil } else { nil } }
    case .agreements_open: agreements.filter(\.isOpen).map { entry($0, $0.dueOn) }
    case .agreements_overdue: agreements.filter { $0.isOverdue(on: matrix.asOf) }.map { entry($0, $0.dueOn) }
    case .mastered: cells { $0.beheerstOn.flatMap { since < $0 ? $0 : nil } }
    case .taught: cells { cell in cell.beheerstOn == nil ? cell.aangeleerdOn.flatMap { since < $0 ? $0 : nil } : nil }
    case .behind: behind
    case .proposals: statements(\.proposals)
    case .disagreements: statements(\.disagreements)
    case .stale: cells { $0.isStale ? $0.lastSeenOn : nil }
    case .unpraised: unpraised
    case .goals_late: goals.filter { goal in goal.isOpen && goal.goal.keyResults.contains { isLate($0) } }.map(entry)
    case .goals_untouched: goals.filter { goal in goal.isOpen && beforeLast.map { goal.touchedOn < $0 } ?? false }.map(entry)
    case .no_goal: []
    case .obstacles:
      matrix.knowledge.obstacles(of: trainee.id, asOf: matrix.asOf).filter { $0.endedOn == nil }.map { obstacle in
        Opener.Entry(
          subject: .obstacle(obstacle.id), day: obstacle.obstacle.firstSeenOn, facts: [obstacle.id.description])
      }
    }
  }

  private func agreements(_ day: (StandingAgreement) -> CalendarDate?) -> [Opener.Entry] {
    agreements.compactMap { agreement in day(agreement).map { entry(agreement, $0) } }
  }

  private func entry(_ agreement: StandingAgreement, _ day: CalendarDate?) -> Opener.Entry {
    Opener.Entry(subject: .agreement(agreement.id), day: day, facts: [agreement.id.description])
  }

  private func entry(_ goal: StandingGoal) -> Opener.Entry {
    Opener.Entry(subject: .goal(goal.id), day: goal.touchedOn, facts: [goal.id.description])
  }

  private func cells(_ day: (MatrixCell) -> CalendarDate?) -> [Opener.Entry] {
    matrix.cells(of: trainee.id).compactMap { cell in
      day(cell).map { Opener.Entry(subject: .task(cell.key.task), day: $0, facts: cell.named.map { [$0.origin.name] } ?? []) }
    }
  }

  private func statements(_ path: KeyPath<MatrixCell, [Statement]>) -> [Opener.Entry] {
    matrix.cells(of: trainee.id).flatMap { cell in
      cell[keyPath: path].map { Opener.Entry(subject: .task(cell.key.task), day: $0.seenOn, facts: [$0.origin.name]) }
    }
  }

  private var behind: [Opener.Entry] {
    (matrix.route(of: trainee)?.stops ?? []).filter { $0.position == .behind }.map { stop in
      let day = stop.planned.week.map { trainee.start.adding(days: $0 * 7 - 1) }
      let named = matrix[trainee.id, stop.planned.task]?.named
      return Opener.Entry(subject: .task(stop.planned.task), day: day, facts: named.map { [$0.origin.name] } ?? [])
    }
  }

  /// What was mastered since the conversation before the last and no compliment names: one interval may pass without.
  private var unpraised: [Opener.Entry] {
    cells { cell in
      cell.beheerstOn.flatMap { (beforeLast ?? .first) < $0 && !praised.contains(cell.key.task) ? $0 : nil }
    }
  }

  private func isLate(_ result: KeyResult) -> Bool { matrix.state(of: result, trainee: trainee) == .late }
}

extension Statement.Origin {
  /// The name of the fact: its place among all facts, and of a form the line after it.
  public var name: String {
    switch self {
    case .hand(let fact, _): fact.name
    case .form(_, _, let position, let reading): reading.name + ":\(position)"
    }
  }
}

extension FactID {
  /// The fact as people read it, `b-0031.2`.
  public var name: String { booking.description + ".\(ordinal)" }
}
