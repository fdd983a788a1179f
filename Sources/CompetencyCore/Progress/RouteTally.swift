/// What is counted along a route: the numbers that summaries are made of.
struct RouteTally: Sendable {
  /// The week of the training on the day of the count.
  let week: Int
  private(set) var tasks = 0
  private(set) var mastered = 0
  private(set) var taught = 0
  private(set) var planned = 0
  private(set) var stale = 0
  /// The days from which tasks were mastered, in the order of the route.
  private(set) var masteredDays: [CalendarDate] = []

  init(week: Int) { self.week = week }

  /// Counts one task of the route, and tells whether its planned week is over.
  @discardableResult
  mutating func count(
    _ task: ProfileTask, rank: Int, beheerstOn: CalendarDate?, isStale: Bool, _ scale: MasteryScale
  ) -> Bool {
    tasks += 1
    if rank >= scale.masteredRank { mastered += 1 } else if rank >= scale.taughtRank { taught += 1 }
    let isDue = task.week.map { $0 < week } ?? false
    if isDue && (scale.rank(of: task.target) ?? scale.masteredRank) >= scale.masteredRank { planned += 1 }
    if isStale { stale += 1 }
    if let beheerstOn { masteredDays.append(beheerstOn) }
    return isDue
  }
}
