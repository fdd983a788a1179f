public import CompetencyCore

/// Where a team stands on one day: the matrix, the coverage, and what needs attention.
public struct TeamReport: Sendable {
  /// One trainee of the team, in counts.
  public struct Member: Sendable {
    /// The trainee.
    public let trainee: Trainee
    /// How many tasks of the profile are mastered.
    public let mastered: Int
    /// How many tasks the profile has.
    public let inProfile: Int
    /// How many of them were planned to be mastered by now.
    public let plannedMastered: Int
    /// How many tasks are behind the plan.
    public let behind: Int
    /// The tasks that are mastered but were not seen for too long.
    public let stale: [TaskCode]
    /// How many proposals wait for an answer.
    public let openProposals: Int
    /// How many disagreements wait for a person.
    public let openDisagreements: Int
    /// How many agreements are open.
    public let openAgreements: Int
    /// How many of them are past their day.
    public let overdueAgreements: Int
    /// The last conversation; nil when there was none.
    public let lastConversation: CalendarDate?
    /// The next conversation that was agreed; nil when none was.
    public let nextConversation: CalendarDate?
  }

  /// The team.
  public let team: String
  /// The day of the report.
  public let asOf: CalendarDate
  /// The matrix laid out for people.
  public let table: MatrixTable
  /// The coverage; nil when only a part of the team is shown.
  public let coverage: TeamCoverage?
  /// The members, in the order of the table's columns.
  public let members: [Member]
  let matrix: CompetencyMatrix

  /// The report of these trainees of a team.
  public init(ofTeam team: String, trainees: [Trainee], in matrix: CompetencyMatrix) {
    let routes = matrix.routes(of: trainees)
    table = MatrixTable(of: matrix, trainees: trainees, team: team, routes: routes)
    coverage = table.coverage.map { TeamCoverage(ofTeam: team, $0, in: matrix) }
    members = trainees.map { Member($0, routes[$0.id], in: matrix) }
    (self.team, asOf, self.matrix) = (team, matrix.asOf, matrix)
  }
}

extension TeamReport.Member {
  init(_ trainee: Trainee, _ route: Route?, in matrix: CompetencyMatrix) {
    let cells = matrix.cells(of: trainee.id)
    let agreements = matrix.knowledge.agreements(of: trainee.id, asOf: matrix.asOf)
    self.trainee = trainee
    (mastered, inProfile) = (route?.masteredCount ?? 0, route?.stops.count ?? 0)
    (plannedMastered, behind) = (route?.plannedMasteredCount ?? 0, route?.stops.count { $0.position == .behind } ?? 0)
    stale = cells.filter(\.isStale).map(\.key.task)
    openProposals = cells.reduce(0) { $0 + $1.proposals.count }
    openDisagreements = cells.reduce(0) { $0 + $1.disagreements.count }
    openAgreements = agreements.count(where: \.isOpen)
    overdueAgreements = agreements.count { $0.isOverdue(on: matrix.asOf) }
    lastConversation = matrix.knowledge.conversationDays(of: trainee.id, upTo: matrix.asOf).last
    nextConversation = matrix.knowledge.nextConversation(of: trainee.id, asOf: matrix.asOf)
  }
}
