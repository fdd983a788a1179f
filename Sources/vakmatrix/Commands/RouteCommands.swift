internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension TraineeCommand {
  /// `trainee route`
  struct ShowRoute: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "route",
      abstract: "The route of a trainee: plan, way of learning, and behind, on or ahead per task.")
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Flag(help: "Signs that every terminal has: . / X")
    var ascii = false
    @OptionGroup var view: ViewOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let found = try RouteJourney.show(context, who: who, try view.question())
      let sheet = RouteSheet(of: found.trainee, in: found.matrix, reasons: found.reasons, forecast: found.forecast)
      console.document(sheet.json(knownOn: found.knownOn?.text))
      if !console.isJSON { Terminal.print(RouteText(sheet, console.texts, isASCII: ascii).bytes) }
      return .done
    }
  }

  /// `trainee replan`
  struct Replan: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "replan", abstract: "Plan tasks of a route anew, with a reason; the old plan stays visible.",
      discussion: """
        A week of the training (60), a week of the calendar (2027-W05), a day (1-3-2027) or ongepland; a way of learning: \
        voordoen, meelopen, onder_toezicht, cursus, school; or both with a comma between.
        Example: vakmatrix trainee replan sanne LAS-04=90 LAS-03=1-3-2027,cursus --reason "cursus zit vol" --by mo
        """, aliases: ["herplan"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Argument(help: "TASK=WEEK, TASK=WAY or TASK=WEEK,WAY; more than one may follow.")
    var tasks: [String]
    @Option(help: "Why; only who guides and leads the trainee and the trainee can read it.")
    var reason: String = ""
    @Option(help: "The day from which it holds (default today).")
    var on: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var wishes: [RecordJourney.Assignment] = []
      for text in tasks {
        guard let wish = RecordJourney.Assignment(typed: text) else {
          throw Refusal(.usage, .plan_not_understood, values: ["value": text])
        }
        wishes.append(wish)
      }
      let from = try on.map { text throws(Refusal) in try day(text) }
      let outcome = try ReplanJourney.run(context, who: who, wishes: wishes, on: from, reason: trimmed(reason))
      ReplanText.tell(outcome, isDryRun: isDryRun, console)
      return .done
    }
  }
}

/// How a plan that was made anew is told.
private enum ReplanText {
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
