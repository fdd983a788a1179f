public import CompetencyCore

/// Looking at the set-up: tasks, profiles and the scale.
public enum SetupListJourney {
  /// A task with where it stands in the company.
  public struct TaskSummary: Sendable {
    /// The task.
    public let task: WorkTask
    /// The profiles that it belongs to.
    public let profiles: [ProfileID]
    /// How many visible trainees stand at each level of the scale, lowest first.
    public let counts: [Int]
  }

  /// Every task, with how many trainees stand at which level.
  public static func tasks(_ context: JourneyContext) throws(Refusal) -> (tasks: [TaskSummary], scale: MasteryScale) {
    try context.look(.seeSetup) { situation in
      let (company, scale) = (situation.company, situation.company.scale)
      let matrix = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: situation.access.visibleTrainees)
      let cells = Dictionary(grouping: matrix.cells, by: \.key.task)
      let tasks = company.tasksInOrder.map { task in
        var counts = [Int](repeating: 0, count: scale.levels.count)
        for cell in cells[task.code] ?? [] { counts[scale.rank(of: cell.level) ?? 0] += 1 }
        let profiles = company.profiles.filter { $0.tasks.contains { $0.task == task.code } }.map(\.id)
        return TaskSummary(task: task, profiles: profiles, counts: counts)
      }
      return (tasks, scale)
    }
  }

  /// Every profile in its newest version, with how many current trainees follow it.
  public static func profiles(_ context: JourneyContext) throws(Refusal) -> [(
    profile: Profile, followers: Int, tasks: [WorkTask]
  )] {
    try context.look(.seeSetup, .frame) { situation in
      let company = situation.company
      return company.profiles.map { profile in
        (
          profile, company.currentTrainees.filter { $0.profile == profile.id }.count,
          profile.tasks.compactMap { company.tasks[$0.task] }
        )
      }
    }
  }

  /// The scale that the company uses.
  public static func scale(_ context: JourneyContext) throws(Refusal) -> MasteryScale {
    try context.look(.seeSetup, .frame) { $0.company.scale }
  }
}
