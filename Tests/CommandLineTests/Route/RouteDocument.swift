import Testing

/// The document of `trainee route`, as far as the tests read it.
struct RouteDocument: Decodable {
  struct Earlier: Decodable {
    let week: Int?
    let way: String?
    let booking: String
  }
  struct Stop: Decodable {
    let task, level, position, rule: String
    let week: Int?
    let plannedBy, way: String?
    let earlier: [Earlier]
  }
  struct Replanning: Decodable {
    let by: String
    let reason: String?
    let tasks: [String]
  }
  struct Forecast: Decodable {
    let state: String
    let earliest, latest: String?
    let percent, ownMoments, otherRoutes: Int?
  }
  let forecast: Forecast?
  let position: String?
  let tasksMastered, tasksPlannedMastered: Int
  let stops: [Stop]
  let replannings: [Replanning]

  func stop(_ task: String) -> Stop? { stops.first { $0.task == task } }
}

extension Desk {
  /// A route as `trainee route` tells it.
  func route(_ rest: String) throws -> RouteDocument { try run("trainee route \(rest) --json").document() }
}
