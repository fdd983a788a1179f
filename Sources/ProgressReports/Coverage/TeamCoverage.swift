public import CompetencyCore

/// Which tasks a team can do with how many people, against how many it needs.
public struct TeamCoverage: Sendable {
  /// The team.
  public let team: String
  /// The day that it shows.
  public let asOf: CalendarDate
  /// Every task that is counted, in the order of the company's list.
  public let tasks: [TaskCoverage]
  /// The matrix that it was read from.
  let matrix: CompetencyMatrix

  /// The coverage of a team; the matrix must hold every current trainee of it.
  public init(ofTeam team: String, in matrix: CompetencyMatrix) {
    self.init(ofTeam: team, matrix.coverage(ofTeam: team), in: matrix)
  }

  /// The coverage of a team that was counted already.
  init(ofTeam team: String, _ tasks: [TaskCoverage], in matrix: CompetencyMatrix) {
    (self.team, asOf, self.tasks, self.matrix) = (team, matrix.asOf, tasks, matrix)
  }

  /// The tasks that need attention: nobody first, then one person, then too few.
  var lacking: [TaskCoverage] {
    [TaskCoverage.Standing.nobody, .onePerson, .tooFew].flatMap { standing in tasks.filter { $0.standing == standing } }
  }
}
