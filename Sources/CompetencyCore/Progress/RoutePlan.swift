/// One task of a trainee's route as it is planned on one day: what the profile says, and what was planned anew since.
public struct PlannedTask: Sendable {
  /// The task as the profile plans it.
  public let inProfile: ProfileTask
  /// What was planned anew up to that day, the earliest first.
  public let changes: [RouteChange]

  /// A task of a route with what was planned anew, the earliest first.
  public init(inProfile: ProfileTask, changes: [RouteChange]) { (self.inProfile, self.changes) = (inProfile, changes) }

  /// The plan in force: the last word on the week, and the last on the way of learning.
  public var inForce: ProfileTask {
    ProfileTask(
      task: inProfile.task, target: inProfile.target,
      week: changes.last { $0.week != nil }.map { $0.week?.number } ?? inProfile.week,
      way: changes.last { $0.way != nil }?.way ?? inProfile.way)
  }
}

extension Knowledge {
  /// The route of a trainee as it is planned on a day, in the order of the profile; nil for one whose profile is not known.
  ///
  /// A change holds from its day on and for its task alone, also when the trainee moves to another profile that has the task.
  public func plan(of trainee: Trainee, asOf day: CalendarDate) -> [PlannedTask]? {
    guard let profile = company.profile(of: trainee) else { return nil }
    let changes = Dictionary(grouping: (routeChanges[trainee.id] ?? []).filter { $0.on <= day }, by: \.task)
    return profile.tasks.map { PlannedTask(inProfile: $0, changes: changes[$0.task] ?? []) }
  }
}
