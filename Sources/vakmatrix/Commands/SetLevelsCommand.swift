internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension MatrixCommand {
  struct SetLevels: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Record what you saw: one or more tasks of one trainee.",
      discussion: """
        A level's id, nog_niet, kan_hier_niet or niet_van_toepassing. Below the level of the cell it is a withdrawal and
        needs --reason. Example: vakmatrix matrix set sanne LAS-02=beheerst LAS-05=aangeleerd --by mo
        """, aliases: ["zet"])
    @Argument(help: "A trainee: an id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Argument(help: "TASK=LEVEL, one or more.")
    var levels: [String]
    @Option(help: "The day on which it was seen (default today).")
    var on: String?
    @Option(help: "A remark.")
    var note: String = ""
    @Option(help: "Why a level is taken back.")
    var reason: String = ""
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let assignments = try RecordJourney.Assignment.all(levels, otherwise: .assignment_not_understood)
      let on = try on.map { text throws(Refusal) in try day(text) }
      let outcome = try RecordJourney.run(
        context, who: who, assignments: assignments, on: on, note: trimmed(note), reason: trimmed(reason))
      console.document(document(outcome))
      if isDryRun { console.say("cli.dry_run") }
      let isOwn = outcome.changes.contains { $0.kind == .proposal }
      console.say(
        isOwn ? "cli.set.head.proposal" : "cli.set.head",
        ["who": outcome.trainee.name.full, "date": console.texts.date(outcome.seenOn), "by": outcome.actorName])
      for change in outcome.changes { line(change, console) }
      if let booking = outcome.booking {
        console.say("cli.booked", ["booking": booking.description])
        console.say("cli.undo_hint", ["booking": booking.description])
      } else if !isDryRun {
        console.say("cli.set.nothing")
      }
      return .done
    }

    private func line(_ change: RecordJourney.Change, _ console: Console) {
      let scale = change.scale
      let said =
        switch change.judgement {
        case .level(let level): console.level(level, scale)
        case .without(let reason): console.texts.absence(reason)
        }
      let (before, after) = (console.cell(change.before, scale), console.cell(change.after, scale))
      let key: String =
        switch change.kind {
        case .proposal: "cli.set.proposal"
        case .unchanged: "cli.set.unchanged"
        case .withdrawal: "cli.set.line"
        // A statement that another one of that day or later goes before changes nothing that is shown; say so.
        case .observation: sameBytes(after, said) ? "cli.set.line" : "cli.set.covered"
        }
      console.item(
        key, ["task": change.task.code.text, "title": change.task.title, "before": before, "after": after, "said": said])
    }

    private func document(_ outcome: RecordJourney.Outcome) -> JSONValue {
      [
        "schema": "vakmatrix/set/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
        "trainee": .string(outcome.trainee.id.text), "seenOn": .date(outcome.seenOn),
        "changes": .array(
          outcome.changes.map { change in
            [
              "task": .string(change.task.code.text), "kind": .string(change.kind.rawValue),
              "before": .string(change.before.level.text), "after": .string(change.after.level.text),
              "without": .text(change.after.without?.rawValue),
            ]
          }),
      ]
    }
  }
}

extension RecordJourney.Assignment {
  /// What was typed for each task; the first that is none is refused with this problem.
  static func all(_ typed: [String], otherwise problem: ProblemCode) throws(Refusal) -> [Self] {
    try typed.map { text throws(Refusal) in
      guard let assignment = Self(typed: text) else { throw Refusal(.usage, problem, values: ["value": text]) }
      return assignment
    }
  }
}
