public import CompetencyCore

/// Finding who can teach a task.
public enum TeachersJourney {
  /// Somebody who masters the task.
  public struct Teacher: Sendable {
    /// The name as people say it.
    public let name: String
    /// What only who may see the levels is told: who it is, when it was seen last, and whether that is too long ago.
    public let seen: (trainee: TraineeID, lastOn: CalendarDate?, isStale: Bool)?
  }
  /// Who can teach the task in one team.
  public struct Team: Sendable {
    /// The team.
    public let name: String
    /// Who masters it, those who were seen doing it lately first.
    public let mastered: [Teacher]
    /// The names of who guides there.
    public let guides: [String]
  }
  /// Who can teach a task.
  public struct View: Sendable {
    /// The task.
    public let task: WorkTask
    /// The day that it shows.
    public let asOf: CalendarDate
    /// The teams that were asked about.
    public let teams: [Team]
    /// What it was known on; nil for now.
    public let knownOn: MatrixJourney.KnownOn?
  }

  /// Who can teach a task, in the teams of which the acting person sees everybody. A trainee asks of the own team and the own
  /// route, is told names and nothing else, and does not stand in the list.
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
        task: work, asOf: matrix.asOf,
        teams: teams.map { Team(matrix.teachers(of: work.code, inTeam: $0), in: knowledge.company, asking: asking) },
        knownOn: question.knownOn)
    }
  }
}

extension TeachersJourney.Team {
  fileprivate init(_ teachers: Teachers, in company: Company, asking: Trainee?) {
    func name(_ id: PersonID) -> String { company.name(of: id)?.full ?? id.text }
    self.name = teachers.team
    mastered = teachers.mastered.filter { $0.key.trainee != asking?.id }.map { cell in
      TeachersJourney.Teacher(
        name: name(cell.key.trainee), seen: asking == nil ? (cell.key.trainee, cell.lastSeenOn, cell.isStale) : nil)
    }
    guides = teachers.guides.map(name)
  }
}
