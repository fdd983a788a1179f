import CompetencyCore
public import Wording

extension RouteSheet {
  /// The route as a document, schema `vakmatrix/route/1`; `knownOn` is the booking or day that it was known on, nil for now.
  public func json(knownOn: String?) -> JSONValue {
    [
      "schema": "vakmatrix/route/1", "asOf": .date(asOf), "knownOn": .text(knownOn), "trainee": .string(trainee.id.text),
      "week": route.map { .int($0.week) } ?? .null, "position": .text(route?.position.rawValue),
      "tasksInProfile": .int(route?.stops.count ?? 0), "tasksMastered": .int(route?.masteredCount ?? 0),
      "tasksPlannedMastered": .int(route?.plannedMasteredCount ?? 0),
      "forecast": forecast?.json ?? .null, "stops": .array(stops.map(json)), "replannings": .array(replannings.map(Self.json)),
    ]
  }

  private func json(_ stop: Stop) -> JSONValue {
    let plan = stop.stop.planned
    return [
      "task": .string(plan.task.text), "title": .string(stop.title), "target": .string(plan.target.text),
      "level": .string(stop.stop.level.text), "week": Self.json(plan.week), "plannedBy": plannedBy(plan),
      "way": .text(plan.way?.rawValue), "position": .string(stop.stop.position.rawValue),
      "rule": .string(stop.stop.rule.rawValue),
      "earlier": .array(
        stop.earlier.map { earlier in
          [
            "week": Self.json(earlier.plan.week), "plannedBy": plannedBy(earlier.plan),
            "way": .text(earlier.plan.way?.rawValue), "until": .date(earlier.until.on),
            "booking": .string(earlier.until.id.booking.description),
          ]
        }),
    ]
  }

  private static func json(_ replanning: Replanning) -> JSONValue {
    [
      "booking": .string(replanning.booking.description), "on": .date(replanning.on), "by": .string(replanning.by.text),
      "reason": .text(replanning.reason), "tasks": .texts(replanning.tasks.map(\.text)),
    ]
  }

  private static func json(_ week: Int?) -> JSONValue { week.map { .int($0) } ?? .null }

  private func plannedBy(_ plan: ProfileTask) -> JSONValue { .date(plan.week.map(trainee.end(ofWeek:))) }
}
