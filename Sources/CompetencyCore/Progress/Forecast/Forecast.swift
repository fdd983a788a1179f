/// When a trainee will have reached every target of the route, if it goes on like this: a range, never one day.
///
/// <doc:ForecastOfArrival> tells how it is made and what it is worth.
public enum Forecast: Sendable, Hashable {
  /// From when to when, in eight cases of ten.
  public struct Range: Sendable, Hashable {
    /// In one case of ten it is before this day.
    public let earliest: CalendarDate
    /// In one case of ten it is after this day.
    public let latest: CalendarDate
    /// How many moments of the own route it was made of.
    public let ownMoments: Int
    /// How many routes of others it was made of besides; 0 when the own route was enough.
    public let otherRoutes: Int
  }
  /// Every target is reached, the last on this day.
  case arrived(on: CalendarDate)
  /// The training stands still.
  case paused
  /// There is too little to go by.
  case tooLittle
  /// A range.
  case range(Range)

  /// How many days of a training it takes: eight weeks.
  static let leastDays = 56
  /// How many moments it takes.
  static let leastMoments = 6
  /// How many routes of others it takes when the own one has too few moments.
  static let leastRoutes = 3

  /// The forecast from a trainee's pace.
  ///
  /// - Parameters:
  ///   - pace: the trainee's own.
  ///   - others: the paces of others with the same profile, used only when there are too few own moments.
  ///   - day: the day from which it looks ahead.
  ///   - isPaused: whether the training stands still on that day.
  ///   - seed: decides the draws, so that the same facts give the same range.
  ///   - draws: how many futures are drawn.
  public init(
    _ pace: Pace, others: [Pace], asOf day: CalendarDate, isPaused: Bool = false, seed: UInt64, draws: Int = 2000
  ) {
    guard pace.remaining > 0 else {
      self = pace.lastReached.map(Forecast.arrived) ?? .tooLittle
      return
    }
    guard !isPaused else {
      self = .paused
      return
    }
    let routes = pace.dwells.count >= Self.leastMoments ? [] : Self.further(than: pace, others)
    guard pace.days >= Self.leastDays, pace.dwells.count >= Self.leastMoments || routes.count >= Self.leastRoutes else {
      self = .tooLittle
      return
    }
    var dice = Dice(seed: seed)
    let futures = (0..<max(10, draws)).map { _ in
      // How far people's paces lie apart shows in one other route at a time.
      let future =
        routes.isEmpty ? Future(own: pace.dwells, &dice) : Future(dwells: pace.dwells + dice.pick(routes))
      return future.days(to: pace.remaining, waiting: pace.waiting, &dice)
    }.sorted()
    func bound(_ share: Int) -> CalendarDate { day.adding(days: max(1, futures[futures.count * share / 10])) }
    self = .range(
      Range(earliest: bound(1), latest: bound(9), ownMoments: pace.dwells.count, otherRoutes: routes.count))
  }

  /// What those who went further show of the road ahead, each with enough moments to stand beside the own ones.
  private static func further(than pace: Pace, _ others: [Pace]) -> [[Pace.Dwell]] {
    let tasks = pace.dwells.reduce(0) { $0 + $1.tasks }
    return others.map { $0.dwells(after: tasks) }.filter { pace.dwells.count + $0.count >= leastMoments && !$0.isEmpty }
  }

  /// The seed of a trainee's forecast on a day.
  public static func seed(_ trainee: TraineeID, _ day: CalendarDate) -> UInt64 {
    // FNV-1a (Fowler, Noll, Vo): the hash of the standard library differs from run to run.
    (Array(trainee.text.utf8) + Array(day.iso.utf8)).reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
    }
  }
}

/// One way in which the rest could go: the moments so far, at a pace that they leave possible.
private struct Future {
  private let dwells: [Pace.Dwell]
  /// By how much the days are stretched.
  private let stretch: Double

  /// A future at the pace of these moments.
  init(dwells: [Pace.Dwell]) { (self.dwells, stretch) = (dwells, 1) }

  /// A future at a pace that is drawn: how far the days a task of a smaller draw are from those of the whole is how far the
  /// whole may be from the truth, so the ratio is turned round.
  init(own dwells: [Pace.Dwell], _ dice: inout Dice) {
    let drawn = (0..<max(2, dwells.count * 7 / 10)).map { _ in dice.pick(dwells) }
    (self.dwells, stretch) = (dwells, Self.daysATask(dwells) / Self.daysATask(drawn))
  }

  /// How many days from now until so many tasks more have reached their target.
  func days(to tasks: Int, waiting: Int, _ dice: inout Dice) -> Int {
    let waited = Double(waiting)
    // Of the moment that is awaited it is known that it was not yet.
    let longer = dwells.filter { Double($0.days) * stretch > waited }
    let first = longer.isEmpty ? dice.pick(dwells) : dice.pick(longer)
    var days = Double(first.days) * stretch - (longer.isEmpty ? 0 : waited)
    var reached = first.tasks
    while reached < tasks {
      let next = dice.pick(dwells)
      (days, reached) = (days + Double(next.days) * stretch, reached + next.tasks)
    }
    return Int(days.rounded(.up))
  }

  private static func daysATask(_ dwells: [Pace.Dwell]) -> Double {
    let (days, tasks) = dwells.reduce((0, 0)) { ($0.0 + $1.days, $0.1 + $1.tasks) }
    return Double(days) / Double(tasks)
  }
}

/// Steele, Lea and Flood's SplitMix64: the same seed gives the same draws on every machine.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One of these; there is at least one.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return elements[Int((mixed ^ (mixed >> 31)) % UInt64(elements.count))]
  }
}
