public import CompetencyCore
internal import CompetencyStore

/// What needs attention now.
public enum StatusJourney {
  /// The numbers of the day, of the trainees that the acting person may see.
  public struct Outcome: Sendable {
    /// The day.
    public let today: CalendarDate
    /// How many trainees are current.
    public let trainees: Int
    /// The teams they are of.
    public let teams: [String]
    /// How many agreements are past their day.
    public let agreementsOverdue: Int
    /// How many conversations are planned in the seven days from today, and how many are planned for a day that is past.
    public let conversationsThisWeek: Int, conversationsOverdue: Int
    /// How many questions, disagreements and proposals wait.
    public let questions: Int, disagreements: Int, proposals: Int
    /// The tasks that nobody of a team masters, and those that depend on one person.
    public let nobody: [(team: String, task: WorkTask)], onePerson: [(team: String, task: WorkTask)]
    /// Whether the acting person has an inbox.
    public let hasInbox: Bool
    /// Whether the acting person sees a whole team, so that coverage can be told.
    public let seesTeam: Bool
    /// How many cells are mastered but were not seen for too long.
    public let stale: Int
    /// The trainees who are behind their route, the furthest first by number of tasks, then by id.
    public let behind: [(trainee: Trainee, tasks: Int)]
  }

  /// What needs attention now.
  public static func run(_ context: JourneyContext) throws(Refusal) -> Outcome {
    try context.look(.seeLevels) { situation in
      let visible = situation.access.visibleTrainees
      let company = situation.company
      let trainees = company.currentTrainees.filter { visible.contains($0.id) }
      let matrix = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: Set(trainees.map(\.id)))
      let teams = Set(trainees.map(\.team)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var (nobody, onePerson): ([(team: String, task: WorkTask)], [(team: String, task: WorkTask)]) = ([], [])
      for team in situation.access.wholeTeams {
        for coverage in matrix.coverage(ofTeam: team) {
          guard let task = company.tasks[coverage.task] else { continue }
          if coverage.standing == .nobody { nobody.append((team, task)) }
          if coverage.standing == .onePerson { onePerson.append((team, task)) }
        }
      }
      let planned = trainees.flatMap { situation.knowledge.conversations(with: $0.id) }
        .filter { $0.state == .planned }.map(\.plan.day.dayNumber)
      let today = situation.today.dayNumber
      let behind = trainees.compactMap { trainee -> (trainee: Trainee, tasks: Int)? in
        matrix.route(of: trainee).flatMap { $0.difference < 0 ? (trainee, -$0.difference) : nil }
      }
      return Outcome(
        today: situation.today, trainees: trainees.count, teams: teams,
        agreementsOverdue: trainees.reduce(0) { count, trainee in
          count
            + situation.knowledge.agreements(of: trainee.id, asOf: situation.today).filter { $0.isOverdue(on: situation.today) }
            .count
        },
        conversationsThisWeek: planned.count { (today..<today + 7).contains($0) },
        conversationsOverdue: planned.count { $0 < today },
        questions: situation.actor.roles.contains(.beheer) ? situation.knowledge.questions.count : 0,
        disagreements: matrix.cells.reduce(0) { $0 + $1.disagreements.count },
        proposals: matrix.cells.reduce(0) { $0 + $1.proposals.count }, nobody: nobody, onePerson: onePerson,
        hasInbox: situation.access.may(.seeInbox), seesTeam: !situation.access.wholeTeams.isEmpty,
        stale: matrix.cells.filter(\.isStale).count,
        behind: behind.sorted { $0.tasks != $1.tasks ? $0.tasks > $1.tasks : $0.trainee.id < $1.trainee.id })
    }
  }
}
