/// A trainee's route: the profile's tasks with their planned weeks, held against the matrix on one day.
public struct Route: Sendable {
  /// Where a task, or the whole, is on the route.
  public enum Position: String, Sendable { case behind, on, ahead }

  /// One task of the route.
  public struct Stop: Sendable {
    /// The task of the profile.
    public let planned: ProfileTask
    /// The level that was reached.
    public let level: LevelID
    /// Whether the target level was reached.
    public let isReached: Bool
    /// Whether its planned week is over.
    public let isDue: Bool
    /// Behind: due and not reached. Ahead: reached before its week was over. On: the rest.
    public var position: Position { isReached == isDue ? .on : isReached && planned.week != nil ? .ahead : isDue ? .behind : .on }
  }

  /// The stops in the order of the profile.
  public let stops: [Stop]
  /// The week of the training on that day, 1 = the week of the start; 0 or less before it.
  public let week: Int
  /// How many tasks of the profile are mastered.
  public let masteredCount: Int
  /// How many tasks of the profile are taught but not mastered.
  public let taughtCount: Int
  /// How many tasks were planned to be mastered by that day: target mastered, and the planned week over.
  public let plannedMasteredCount: Int
  /// How many tasks of the profile are stale.
  public let staleCount: Int
  /// The days from which the mastered tasks of the profile were mastered, oldest first.
  public let masteredDays: [CalendarDate]

  /// Mastered less planned: negative is behind.
  public var difference: Int { masteredCount - plannedMasteredCount }
  /// Where the whole is: by the difference.
  public var position: Position { difference < 0 ? .behind : difference > 0 ? .ahead : .on }
}

extension CompetencyMatrix {
  /// The route of a trainee on the matrix's day; nil for one whose profile is not known.
  public func route(of trainee: Trainee) -> Route? {
    guard let profile = knowledge.company.profile(of: trainee) else { return nil }
    let scale = knowledge.company.scale
    let days = asOf.dayNumber - trainee.start.dayNumber
    // Weeks run from the day of the start, so week 1 is the first seven days.
    let week = days >= 0 ? days / 7 + 1 : -((-days - 1) / 7)
    var (mastered, taught, planned, stale) = (0, 0, 0, 0)
    var masteredDays: [CalendarDate] = []
    let stops = profile.tasks.map { task -> Route.Stop in
      let cell = self[trainee.id, task.task]
      let level = cell?.level ?? .nogNiet
      let rank = scale.rank(of: level) ?? 0
      let target = scale.rank(of: task.target) ?? scale.masteredRank
      let isDue = task.week.map { $0 < week } ?? false
      if rank >= scale.masteredRank { mastered += 1 } else if rank >= scale.taughtRank { taught += 1 }
      if isDue && target >= scale.masteredRank { planned += 1 }
      if cell?.isStale == true { stale += 1 }
      if let day = cell?.beheerstOn { masteredDays.append(day) }
      return Route.Stop(planned: task, level: level, isReached: rank >= target, isDue: isDue)
    }
    return Route(
      stops: stops, week: week, masteredCount: mastered, taughtCount: taught, plannedMasteredCount: planned, staleCount: stale,
      masteredDays: masteredDays.sorted())
  }
}
