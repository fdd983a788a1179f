/// One way to get the work done: what stands ready before the clock runs, the commands, and how to see that it was done.
struct Contender {
  let name: String
  var prepare: () throws -> Void = {}
  let commands: [Command]
  /// Throws when a run did not do the work.
  var check: () throws -> Void = {}

  func run() throws -> Command.Cost {
    try prepare()
    // What others left unwritten is not charged to this run.
    FileSystem.flush()
    var cost = Command.Cost(wall: 0, processor: 0, peak: 0)
    for command in commands { cost = cost + (try command.run()) }
    try check()
    return cost
  }
}

/// The middle of some runs: medians, but the highest peak.
struct Summary {
  let runs: Int
  let wall, processor, peak: Double

  init(_ costs: [Command.Cost]) {
    runs = costs.count
    wall = Self.median(costs.map(\.wall))
    processor = Self.median(costs.map(\.processor))
    peak = costs.map(\.peak).max() ?? 0
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
