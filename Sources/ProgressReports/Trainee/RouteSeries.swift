import CompetencyCore

/// What the chart of a route draws and its table tells: counts that grow on days.
struct RouteSeries: Sendable {
  /// The days from which tasks were to be mastered by the plan in force.
  let planned: [CalendarDate]
  /// The same by the plan of the profile; nil when no week was planned anew.
  let earlier: [CalendarDate]?
  /// The days on which tasks were mastered.
  let mastered: [CalendarDate]
  /// How many tasks the route had from each day on; one entry when that never changed.
  let scope: [(since: CalendarDate, tasks: Int)]
  /// From when to when the trainee will arrive; nil when that is not told.
  let forecast: Forecast.Range?
  /// The first day, the day of the report, and the last day that is drawn.
  let start: CalendarDate, asOf: CalendarDate, end: CalendarDate

  /// What there is to draw of a route with planned weeks; nil without them.
  init?(_ report: TraineeReport) {
    guard let route = report.route else { return nil }
    let (scale, trainee) = (report.company.scale, report.trainee)
    let stops = route.stops.filter { scale.rank(of: $0.planned.target).map { $0 >= scale.masteredRank } ?? true }
    func days(_ week: (Route.Stop) -> Int?) -> [CalendarDate] {
      stops.compactMap(week).map { trainee.end(ofWeek: $0).adding(days: 1) }.sorted()
    }
    planned = days { $0.planned.week }
    let first = days { $0.inProfile.week }
    earlier = first == planned ? nil : first
    guard let last = (planned + first).max(), report.asOf > trainee.start else { return nil }
    let changes = report.history.scope.filter { $0.since <= report.asOf }
    scope = changes.count > 1 ? changes : [(trainee.start, route.stops.count)]
    if case .range(let range) = report.forecast { forecast = range } else { forecast = nil }
    (mastered, start, asOf) = (report.masteredDays, trainee.start, report.asOf)
    end = max(trainee.expectedEnd ?? last, last, report.asOf, forecast?.latest ?? last)
  }

  /// The most tasks that the route ever had.
  var most: Int { scope.map(\.tasks).max() ?? 0 }

  /// How many tasks the route had on a day.
  func tasks(on day: CalendarDate) -> Int { (scope.last { $0.since <= day } ?? scope[0]).tasks }
}
