public import CompetencyCore

extension StoreWriter {
  /// Adds a change of a route, with its reason beside it; an empty reason is none.
  public func add(_ change: RouteChange, reason: String) throws {
    try session.run(
      .add_route_change, change.id,
      [
        .text(change.trainee.text), .text(change.task.text), .text(change.on.iso), .text(change.by.text),
        .flag(change.week != nil), .optional(change.week?.number), .optional(change.way?.rawValue),
      ])
    try add(.reason, reason, beside: change.id)
  }
}

extension StoreReader {
  /// The changes of all routes, or of the route of one trainee, in the order in which they were written.
  func routeChanges(of trainee: TraineeID? = nil) throws -> [RouteChange] {
    guard try Schema.current(session) >= Schema.firstWithRouteChanges else { return [] }
    guard let trainee else { return try session.rows(.all_route_changes) { try $0.routeChange() } }
    return try session.rows(.route_changes_of_trainee, [.text(trainee.text)]) { try $0.routeChange() }
  }
}

extension SQLRow {
  fileprivate func routeChange() throws -> RouteChange {
    let week = try flag(6) ? try optionalInteger(7).map(RouteChange.Week.planned) ?? .unplanned : nil
    return RouteChange(
      id: try factID(), trainee: try value(2, TraineeID.init), task: try value(3, TaskCode.init), on: try day(4),
      by: try value(5, PersonID.init), week: week, way: try optionalValue(8, LearningWay.init(rawValue:)))
  }
}
