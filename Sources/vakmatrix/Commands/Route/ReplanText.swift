internal import CompetencyCore
internal import Journeys
internal import Wording

/// How a plan that was made anew is told.
enum ReplanText {
  static func tell(_ outcome: ReplanJourney.Outcome, isDryRun: Bool, _ console: Console) {
    console.document([
      "schema": "vakmatrix/replan/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "trainee": .string(outcome.trainee.id.text), "on": .date(outcome.on),
      "changes": .array(
        outcome.changes.map { change in
          [
            "task": .string(change.task.code.text), "before": plan(change.before, outcome.trainee),
            "after": plan(change.after, outcome.trainee),
          ]
        }),
    ])
    if isDryRun { console.say("cli.dry_run") }
    console.say("cli.replan.head", ["who": outcome.trainee.name.full, "date": console.texts.date(outcome.on)])
    for change in outcome.changes {
      let isSame = change.before == change.after
      console.item(
        isSame ? "cli.replan.same" : "cli.replan.line",
        [
          "task": change.task.code.text, "title": change.task.title, "before": said(change.before, outcome.trainee, console),
          "after": said(change.after, outcome.trainee, console),
        ])
    }
    if let booking = outcome.booking {
      console.say("cli.booked", ["booking": booking.description])
      console.say("cli.undo_hint", ["booking": booking.description])
    } else if !isDryRun {
      console.say("cli.set.nothing")
    }
  }

  private static func said(_ plan: ProfileTask, _ trainee: Trainee, _ console: Console) -> String {
    let week = plan.week.map { week in
      console.texts.say("route.week", ["week": "\(week)", "date": console.texts.date(trainee.end(ofWeek: week))])
    }
    return [week ?? console.texts.say("route.unplanned"), plan.way.map { console.texts.say("way." + $0.rawValue) }]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private static func plan(_ plan: ProfileTask, _ trainee: Trainee) -> JSONValue {
    [
      "week": plan.week.map { .int($0) } ?? .null, "plannedBy": .date(plan.week.map(trainee.end(ofWeek:))),
      "way": .text(plan.way?.rawValue),
    ]
  }
}
