/// Counts what the lines of an opener are about.
struct OpenerCounter {
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
      let day = stop.planned.week.map(trainee.end(ofWeek:))
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
