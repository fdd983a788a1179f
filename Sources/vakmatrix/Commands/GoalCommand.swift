internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct GoalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goal", abstract: "Goals of a trainee, with key results that the matrix can answer.",
    subcommands: [List.self, Add.self, Review.self], aliases: ["doel"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The goals of a trainee.", aliases: ["lijst"])
    @Argument(help: "A trainee.")
    var who: String
    @Flag(help: "Those that ended too.")
    var all = false
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (trainee, rows, scale) = try GoalJourney.list(context, who: who, isAll: all)
      console.document(
        ["schema": "vakmatrix/goals/1", "trainee": .string(trainee.id.text), "goals": .array(rows.map(document))])
      for row in rows {
        console.say(
          "cli.goal.row",
          [
            "goal": row.goal.id.description, "words": row.words, "priority": "\(row.goal.goal.priority)",
            "state": console.texts.say("cli.goal.state." + state(row.goal.state)),
          ])
        for (result, state) in row.results {
          console.item(
            "cli.goal.result",
            ["result": said(result, scale, console), "state": console.texts.say("cli.goal.result." + state.rawValue)])
        }
      }
      console.say("cli.goal.total", count: rows.count(where: \.goal.isOpen))
      return .done
    }

    private func state(_ state: StandingGoal.State) -> String {
      switch state {
      case .open: "open"
      case .reached: "reached"
      case .dropped: "dropped"
      case .changed: "changed"
      }
    }

    private func said(_ result: KeyResult, _ scale: MasteryScale, _ console: Console) -> String {
      let texts = console.texts
      func by(_ day: CalendarDate?) -> String { day.map { " " + texts.say("cli.goal.by", ["date": texts.date($0)]) } ?? "" }
      switch result {
      case .level(let task, let level, let day): return task.text + " " + texts.level(level) + by(day)
      case .count(let number, let level, let day):
        return texts.say("cli.goal.count", count: number, ["level": texts.level(level)]) + by(day)
      case .day(let day): return texts.date(day)
      }
    }

    private func document(_ row: GoalJourney.Row) -> JSONValue {
      [
        "id": .string(row.goal.id.description), "text": .string(row.words), "priority": .int(row.goal.goal.priority),
        "setOn": .date(row.goal.goal.setOn), "touchedOn": .date(row.goal.touchedOn), "state": .string(state(row.goal.state)),
        "follows": .text(row.goal.goal.follows?.description),
        "keyResults": .array(
          row.results.map { result, state in
            switch result {
            case .level(let task, let level, let by):
              ["task": .string(task.text), "level": .string(level.text), "by": .date(by), "state": .string(state.rawValue)]
            case .count(let count, let level, let by):
              ["count": .int(count), "level": .string(level.text), "by": .date(by), "state": .string(state.rawValue)]
            case .day(let day): ["by": .date(day), "state": .string(state.rawValue)]
            }
          }),
      ]
    }
  }

  struct Add: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Set a goal, or change one.",
      discussion: "Example: vakmatrix goal add sanne \"TIG leren lassen\" --result LAS-04=beheerst@1-3-2027 --by mo",
      aliases: ["nieuw"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "The goal in words.")
    var words: String
    @Option(
      name: .customLong("result"),
      help: "TASK=LEVEL[@DAY], NUMBER=LEVEL[@DAY] (so many tasks) or a day: how it shows; more than once.")
    var results: [String] = []
    @Option(help: "1 goes first.")
    var priority: Int = 1
    @Option(help: "The goal whose place it takes.")
    var replaces: String = ""
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var keyResults: [KeyResult] = []
      for text in results {
        guard let result = KeyResult(typed: text) else {
          throw Refusal(
            .usage, .value_not_understood,
            values: ["option": "--result", "value": text, "expected": "LAS-02=beheerst@1-3-2027, 5=beheerst, 1-3-2027"])
        }
        keyResults.append(result)
      }
      guard (1...99).contains(priority) else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "--priority", "value": "\(priority)", "expected": "1–99"])
      }
      let outcome = try GoalJourney.add(
        context, who: who, .init(words: trimmed(words), priority: priority, keyResults: keyResults, replaces: replaces))
      return GoalText.tell(outcome, replaces.isEmpty ? "added" : "changed", self, console)
    }
  }

  struct Review: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "review", abstract: "Look at a goal: keep it, drop it, or say that it was reached.", aliases: ["bekijk"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "The goal, d-0031.3.")
    var goal: String
    @Argument(help: "keep, drop or reached (houden, vervalt, gehaald).")
    var verdict: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let dutch = ["houden": GoalReview.Verdict.keep, "vervalt": .drop, "gehaald": .reached]
      guard let verdict = GoalReview.Verdict(rawValue: verdict) ?? dutch[verdict] else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "VERDICT", "value": verdict, "expected": "keep, drop, reached"])
      }
      return GoalText.tell(
        try GoalJourney.review(context, who: who, goal: goal, verdict), verdict.rawValue, self, console)
    }
  }
}

/// Tells what was done to a goal.
private enum GoalText {
  static func tell(
    _ outcome: GoalJourney.Outcome, _ key: String, _ command: some WritingCommand, _ console: Console
  ) -> ExitStatus {
    console.document(
      [
        "schema": "vakmatrix/goal/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(command.isDryRun),
        "trainee": .string(outcome.trainee.id.text), "goal": .string(outcome.goal.description), "did": .string(key),
      ])
    if command.isDryRun { console.say("cli.dry_run") }
    console.say("cli.goal." + key, ["goal": outcome.goal.description, "who": outcome.trainee.name.full])
    if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
    return .done
  }
}
