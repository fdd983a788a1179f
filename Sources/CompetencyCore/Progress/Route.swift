/// A trainee's route: the profile's tasks with their planned weeks, held against the matrix on one day.
public struct Route: Sendable {
  /// Where a task, or the whole, is on the route.
  public enum Position: String, Sendable { case behind, on, ahead }

  /// One task of the route.
  public struct Stop: Sendable {
    /// The task with the plan in force.
    public let planned: ProfileTask
    /// The task as the profile plans it.
    public let inProfile: ProfileTask
    /// What was planned anew up to that day, the earliest first.
    public let changes: [RouteChange]
    /// The level that was reached.
    public let level: LevelID
    /// Whether the target level was reached.
    public let isReached: Bool
    /// Whether its planned week is over.
    public let isDue: Bool
    /// Behind: due and not reached. Ahead: reached before its week was over. On: the rest.
    public var position: Position { rule.position }
    /// The rule that puts it there.
    public var rule: Rule {
      if isReached { return isDue || planned.week == nil ? .reached : .early }
      return isDue ? .late : planned.week == nil ? .unplanned : .toCome
    }
  }

  /// What makes a task behind, on or ahead.
  public enum Rule: String, Sendable, CaseIterable {
    /// Its week is over and its target is not reached.
    case late
    /// Its target is reached and its week is not over.
    case early
    /// Its target is reached, and its week is over or it has none.
    case reached
    /// Its week is not over.
    case toCome = "to_come"
    /// It has no week and its target is not reached.
    case unplanned

    /// Where it puts a task.
    public var position: Position { self == .late ? .behind : self == .early ? .ahead : .on }
  }

  /// The stops in the order of the profile.
  public let stops: [Stop]
  let tally: RouteTally

  /// The week of the training on that day, 1 = the week of the start; 0 or less before it.
  public var week: Int { tally.week }
  /// How many tasks of the profile are mastered.
  public var masteredCount: Int { tally.mastered }
  /// How many tasks of the profile are taught but not mastered.
  public var taughtCount: Int { tally.taught }
  /// How many tasks were planned to be mastered by that day: target mastered, and the planned week over.
  public var plannedMasteredCount: Int { tally.planned }
  /// How many tasks of the profile are stale.
  public var staleCount: Int { tally.stale }
  /// The days from which the mastered tasks of the profile were mastered, oldest first.
  public var masteredDays: [CalendarDate] { tally.masteredDays.sorted() }

  /// Mastered less planned: negative is behind.
  public var difference: Int { masteredCount - plannedMasteredCount }
  /// Where the whole is: by the difference.
  public var position: Position { difference < 0 ? .behind : difference > 0 ? .ahead : .on }
}

extension CompetencyMatrix {
  /// The route of a trainee on the matrix's day; nil for one whose profile is not known.
  public func route(of trainee: Trainee) -> Route? {
    guard let plan = knowledge.plan(of: trainee, asOf: asOf) else { return nil }
    let scale = knowledge.company.scale
    var tally = RouteTally(week: trainee.week(on: asOf))
    let stops = plan.map { stop -> Route.Stop in
      let task = stop.inForce
      let cell = self[trainee.id, task.task]
      let level = cell?.level ?? .nogNiet
      let rank = scale.rank(of: level) ?? 0
      let isDue = tally.count(task, rank: rank, beheerstOn: cell?.beheerstOn, isStale: cell?.isStale ?? false, scale)
      return Route.Stop(
        planned: task, inProfile: stop.inProfile, changes: stop.changes, level: level,
        isReached: rank >= scale.rank(of: task.target) ?? scale.masteredRank, isDue: isDue)
    }
    return Route(stops: stops, tally: tally)
  }
}

extension CompetencyMatrix {
  /// The routes of trainees whose profiles are known.
  public func routes(of trainees: [Trainee]) -> [TraineeID: Route] {
    Dictionary(
      trainees.compactMap { trainee in route(of: trainee).map { (trainee.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The day on which a trainee reached the target of a task; nil when it is not reached.
  func reachedOn(_ task: ProfileTask, by trainee: TraineeID) -> CalendarDate? {
    let scale = knowledge.company.scale
    guard let cell = self[trainee, task.task], let rank = scale.rank(of: cell.level),
      let target = scale.rank(of: task.target), rank >= target
    else { return nil }
    if target >= scale.masteredRank { return cell.beheerstOn }
    return [cell.aangeleerdOn, cell.beheerstOn].compactMap { $0 }.min() ?? cell.named?.seenOn
  }
}

extension Trainee {
  /// The week of the training on a day, 1 = the week of the start; 0 or less before it.
  public func week(on day: CalendarDate) -> Int {
    // Weeks run from the day of the start, so week 1 is the first seven days.
    let days = day.dayNumber - start.dayNumber
    return days >= 0 ? days / 7 + 1 : -((-days - 1) / 7)
  }

  /// The last day of a week of the training.
  public func end(ofWeek week: Int) -> CalendarDate { start.adding(days: week * 7 - 1) }
}
