public import CompetencyCore

/// A trainee's route task by task: the plan, what was planned anew, and where each task stands by which rule.
public struct RouteSheet: Sendable {
  /// One task of the route.
  public struct Stop: Sendable {
    /// The task where it stands.
    public let stop: Route.Stop
    /// What people call it; empty for a task without a title.
    public let title: String
    /// The plans that were in force before, the oldest first, each until the change with it.
    public let earlier: [(plan: ProfileTask, until: RouteChange)]
  }
  /// Tasks that were planned anew together.
  public struct Replanning: Sendable {
    /// The booking that did it.
    public let booking: BookingNumber
    /// The day from which it holds.
    public let on: CalendarDate
    /// Who did it.
    public let by: PersonID
    /// Why; nil when it may not be read or was erased.
    public let reason: String?
    /// The tasks.
    public let tasks: [TaskCode]
  }

  /// Whose route.
  public let trainee: Trainee
  /// The set-up, for names.
  public let company: Company
  /// The day that it shows.
  public let asOf: CalendarDate
  /// The route; nil when the profile is not known.
  public let route: Route?
  /// When the trainee will arrive; nil when that is not told.
  public let forecast: Forecast?
  /// Each task, in the order of the profile.
  public let stops: [Stop]
  /// What was planned anew, the earliest first.
  public let replannings: [Replanning]

  /// The route of a trainee on the matrix's day.
  ///
  /// - Parameter reasons: why something was planned anew, as far as the reader may know.
  public init(of trainee: Trainee, in matrix: CompetencyMatrix, reasons: [BookingNumber: String], forecast: Forecast?) {
    let (company, route) = (matrix.knowledge.company, matrix.route(of: trainee))
    (self.trainee, self.company, asOf, self.route) = (trainee, company, matrix.asOf, route)
    self.forecast = forecast
    stops = (route?.stops ?? []).map { stop in
      Stop(stop: stop, title: company.tasks[stop.planned.task]?.title ?? "", earlier: stop.earlier)
    }
    let onRoute = Set(stops.map(\.stop.planned.task))
    let changes = (matrix.knowledge.routeChanges[trainee.id] ?? []).filter {
      $0.on <= matrix.asOf && onRoute.contains($0.task)
    }
    var replannings: [Replanning] = []
    for change in changes where !replannings.contains(where: { $0.booking == change.id.booking }) {
      let tasks = changes.filter { $0.id.booking == change.id.booking }.map(\.task)
      replannings.append(
        Replanning(
          booking: change.id.booking, on: change.on, by: change.by, reason: reasons[change.id.booking], tasks: tasks))
    }
    self.replannings = replannings
  }
}

extension Route.Stop {
  /// The plans that were in force before the one that is.
  fileprivate var earlier: [(plan: ProfileTask, until: RouteChange)] {
    changes.indices.map { index in
      (PlannedTask(inProfile: inProfile, changes: Array(changes[..<index])).inForce, changes[index])
    }
  }
}
