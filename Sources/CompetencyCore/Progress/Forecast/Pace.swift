/// How fast a trainee goes: the days between one moment at which tasks reached their target and the next.
public struct Pace: Sendable {
  /// The days up to a moment at which tasks reached their target.
  public struct Dwell: Sendable, Hashable {
    /// How many days it took, at least 1; a pause is left out.
    public let days: Int
    /// How many tasks reached their target then, at least 1: a form may tell of several at once.
    public let tasks: Int

    /// Days, and the tasks that they brought.
    public init(days: Int, tasks: Int) { (self.days, self.tasks) = (days, tasks) }
  }
  /// The moments since the start, in their order.
  public let dwells: [Dwell]
  /// How many days went by since the last of them, or since the start.
  public let waiting: Int
  /// How many tasks are still to reach their target; those that cannot be done here or do not apply are left out.
  public let remaining: Int
  /// How many days of the training there are to go by.
  public let days: Int
  /// The last day on which a task reached its target; nil when none did.
  public let lastReached: CalendarDate?

  /// A pace from its parts.
  public init(dwells: [Dwell], waiting: Int, remaining: Int, days: Int, lastReached: CalendarDate?) {
    (self.dwells, self.waiting, self.remaining) = (dwells, waiting, remaining)
    (self.days, self.lastReached) = (days, lastReached)
  }

  /// The moments after the first so many tasks; what one who went further shows of the road ahead.
  func dwells(after tasks: Int) -> [Dwell] {
    var passed = 0
    return dwells.filter { dwell in
      defer { passed += dwell.tasks }
      return passed >= tasks
    }
  }
}

extension CompetencyMatrix {
  /// The pace of a trainee up to the matrix's day; nil for one whose profile is not known.
  public func pace(of trainee: Trainee, _ history: TrainingHistory) -> Pace? {
    guard let plan = knowledge.plan(of: trainee, asOf: asOf)?.map(\.inForce) else { return nil }
    let reached = plan.map { (task: $0, day: reachedOn($0, by: trainee.id)) }
    // What somebody could do before the training began says nothing of its pace.
    let days = reached.compactMap(\.day).filter { $0 > trainee.start }
    let tasks = Dictionary(grouping: days, by: \.self).mapValues(\.count).sorted { $0.key < $1.key }
    var last = trainee.start
    let dwells = tasks.map { day, count in
      defer { last = day }
      return Pace.Dwell(days: max(1, history.days(from: last, to: day)), tasks: count)
    }
    return Pace(
      dwells: dwells, waiting: max(0, history.days(from: last, to: asOf)),
      remaining: reached.count { $0.day == nil && self[trainee.id, $0.task.task]?.without == nil },
      days: history.days(from: trainee.start, to: asOf), lastReached: reached.compactMap(\.day).max())
  }
}
