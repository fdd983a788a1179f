/// Who of a team can teach a task (*wie kan mij dit leren*): who masters it, and who guides there.
public struct Teachers: Sendable {
  /// The task.
  public let task: TaskCode
  /// The team.
  public let team: String
  /// The cells of who masters it: those that were seen lately first, then by id.
  public let mastered: [MatrixCell]
  /// The werkplekbegeleiders and praktijkopleiders of the team, in the order of their ids.
  public let guides: [PersonID]
}

extension CompetencyMatrix {
  /// Who can teach a task in a team; the matrix must hold every current trainee of it.
  public func teachers(of task: TaskCode, inTeam team: String) -> Teachers {
    let (company, scale) = (knowledge.company, knowledge.company.scale)
    let mastered = company.currentTrainees(ofTeam: team).compactMap { self[$0.id, task] }
      .filter { scale.rank(of: $0.level) ?? 0 >= scale.masteredRank }
    let guides = company.people.values.filter { person in
      sameBytes(person.team, team) && person.roles.contains { $0 == .werkplekbegeleider || $0 == .praktijkopleider }
    }
    return Teachers(
      task: task, team: team, mastered: mastered.filter { !$0.isStale } + mastered.filter(\.isStale),
      guides: guides.map(\.id).sorted())
  }
}
