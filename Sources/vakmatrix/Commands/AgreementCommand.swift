internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Agreements: who does what by when, carried until they are closed.",
    subcommands: [List.self, Add.self, Done.self, Move.self, Drop.self, Step.self], aliases: ["afspraak"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The open agreements of a trainee, or of all of yours.", aliases: ["lijst"])
    @Argument(help: "A trainee; without one everybody whose conversations you take part in.")
    var who: String?
    @Flag(help: "Closed ones too.")
    var all = false
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (rows, today) = try AgreementJourney.list(context, who: who, isAll: all)
      console.document(
        [
          "schema": "vakmatrix/agreements/1", "today": .date(today),
          "agreements": .array(rows.map { ConversationDocument.agreement($0, today: today) }),
        ])
      for row in rows { tell(row, today, console) }
      console.say("cli.agreement.total", count: rows.count { $0.agreement.isOpen })
      return .done
    }

    private func tell(_ row: AgreementJourney.Row, _ today: CalendarDate, _ console: Console) {
      let (agreement, texts) = (row.agreement, console.texts)
      let state: String =
        switch agreement.status {
        case .open where agreement.isOverdue(on: today): texts.say("cli.agreement.state.overdue")
        case .open: texts.say("cli.agreement.state.open")
        case .done(let day): texts.say("cli.agreement.state.done", ["date": texts.date(day)])
        case .dropped(let day): texts.say("cli.agreement.state.dropped", ["date": texts.date(day)])
        case .reworded(let into, _): texts.say("cli.agreement.state.reworded", ["agreement": into.description])
        }
      let owner = row.ownerName.isEmpty ? agreement.owner.role(of: row.trainee).map(texts.role) ?? "" : row.ownerName
      console.say(
        "cli.agreement.row",
        [
          "agreement": agreement.id.description, "who": row.trainee.name.full, "words": row.words, "owner": owner,
          "due": agreement.dueOn.map(texts.date) ?? texts.say("report.no_day"), "state": state,
        ])
      if row.timesCarried > 0 { console.item("cli.agreement.times", count: row.timesCarried) }
      if !row.lineage.isEmpty {
        console.item("cli.agreement.lineage", ["list": texts.list(row.lineage.map(\.description))])
      }
      for (number, step) in row.steps.enumerated() {
        console.item(
          step.isDone ? "cli.agreement.step_done" : "cli.agreement.step", ["number": "\(number + 1)", "words": step.words])
      }
    }
  }

  struct Add: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make an agreement between conversations.", aliases: ["nieuw"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "\"WHAT | WHO | DAY | TASK\"; only WHAT is needed, WHO is the trainee unless it is said.")
    var what: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      AgreementText.tell(try AgreementJourney.add(context, who: who, try agreement(what)), "added", self, console)
    }
  }

  struct Done: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "done", abstract: "An agreement was kept, or one of its steps.", aliases: ["klaar"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "The agreement, a-0031.2 or the school's own id.")
    var id: String
    @Option(help: "Only this step, from 1.")
    var step: Int?
    @Option(help: "The day (default today).")
    var on: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let deed: AgreementJourney.Deed = step.map { .stepDone($0) } ?? .close(.done)
      let on = try on.map { text throws(Refusal) in try day(text) }
      return AgreementText.tell(
        try AgreementJourney.act(context, who: who, agreement: id, deed, on: on), step == nil ? "done" : "step_ticked", self,
        console)
    }
  }

  struct Move: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Give an agreement another day.", aliases: ["verzet"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "The agreement.")
    var id: String
    @Argument(help: "The new day.")
    var to: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let deed = AgreementJourney.Deed.close(.moved(to: try day(to)))
      return AgreementText.tell(
        try AgreementJourney.act(context, who: who, agreement: id, deed, on: nil), "moved", self, console)
    }
  }

  struct Drop: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop", abstract: "An agreement lapses, with the reason.", aliases: ["vervalt"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "The agreement.")
    var id: String
    @Option(help: "Why.")
    var reason: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let deed = AgreementJourney.Deed.close(.dropped(reason: trimmed(reason)))
      return AgreementText.tell(
        try AgreementJourney.act(context, who: who, agreement: id, deed, on: nil), "dropped", self, console)
    }
  }

  struct Step: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "step", abstract: "Name a step of an agreement.", aliases: ["stap"])
    @Argument(help: "A trainee.")
    var who: String
    @Argument(help: "The agreement.")
    var id: String
    @Argument(help: "The step in words.")
    var words: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      AgreementText.tell(
        try AgreementJourney.act(context, who: who, agreement: id, .step(trimmed(words)), on: nil), "step_added", self, console)
    }
  }
}

/// Tells what was done to an agreement.
private enum AgreementText {
  static func tell(
    _ outcome: AgreementJourney.Outcome, _ key: String, _ command: some WritingCommand, _ console: Console
  ) -> ExitStatus {
    console.document(
      [
        "schema": "vakmatrix/agreement/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(command.isDryRun),
        "trainee": .string(outcome.trainee.id.text), "agreement": .string(outcome.agreement.description), "did": .string(key),
      ])
    if command.isDryRun { console.say("cli.dry_run") }
    console.say("cli.agreement." + key, ["agreement": outcome.agreement.description, "who": outcome.trainee.name.full])
    if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
    return .done
  }
}
