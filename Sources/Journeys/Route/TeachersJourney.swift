public import CompetencyCore

/// Finding who can teach a task.
public enum TeachersJourney {
  /// Who can teach a task in each team that was asked about.
  public struct View: Sendable {
    /// The task.
    public let task: WorkTask
    /// The matrix that it was read from.
    public let matrix: CompetencyMatrix
    /// A list a team.
    public let teams: [Teachers]
    /// The trainee who asks, who is told names and nothing else; nil for who may see the levels.
    public let asking: Trainee?
    /// What it was known on; nil for now.
    public let knownOn: MatrixJourney.KnownOn?
  }

  /// Who can teach a task, in the teams of which the acting person sees everybody; a trainee asks of the own team and route.
  ///
  /// - Throws: ``Refusal`` when the task or the team is not found, or is not on the route of the trainee who asks.
  public static func run(
    _ context: JourneyContext, task: String, _ question: MatrixJourney.Question
  ) throws(Refusal) -> View {
    try context.look(.seeTeachers) { situation in
      let limit = try MatrixJourney.booking(of: question.knownOn, in: situation)
      let knowledge = try MatrixJourney.knowledge(question.knownOn, limit, in: situation)
      let matrix = CompetencyMatrix(knowledge, asOf: question.asOf ?? situation.today)
      guard let work = TaskCode(task).flatMap({ knowledge.company.tasks[$0] }) else {
        throw Refusal(.notFound, .task_not_found, values: ["task": task])
      }
      var (asking, teams): (Trainee?, [String]) = (nil, situation.access.wholeTeams)
      if case .trainee(let trainee) = situation.actor {
        (asking, teams) = (trainee, [trainee.team])
        guard knowledge.plan(of: trainee, asOf: matrix.asOf)?.contains(where: { $0.inProfile.task == work.code }) ?? false else {
          throw Refusal(.usage, .task_not_on_route, values: ["task": work.code.text, "who": trainee.name.full])
        }
      }
      if let team = question.team { teams = [try TeamFinder.find(team, among: teams)] }
      return View(
        task: work, matrix: matrix, teams: teams.map { matrix.teachers(of: work.code, inTeam: $0) }, asking: asking,
        knownOn: question.knownOn)
    }
  }
}
