internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct TraineeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trainee", abstract: "Trainees: look, add, change, pause, end; their routes.",
    subcommands: [
      List.self, Show.self, Add.self, Edit.self, Pause.self, End.self, ShowRoute.self, Replan.self,
    ])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "All trainees that are under way.", aliases: ["lijst"])
    @Flag(help: "Ended ones too.")
    var all = false
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let summaries = try TraineeJourney.list(context, all: all)
      console.document(["schema": "vakmatrix/trainees/1", "trainees": .array(summaries.map(TraineeText.document))])
      var table = TextTable([.leading, .leading, .leading, .leading, .leading, .leading])
      for summary in summaries {
        table.row([
          summary.trainee.id.text, summary.trainee.name.full, summary.trainee.team, summary.programme,
          TraineeText.progress(summary, console), TraineeText.next(summary, console),
        ])
      }
      for line in table.lines() { console.line(line) }
      return .done
    }
  }

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "One trainee.", aliases: ["toon"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let summary = try TraineeJourney.show(context, who: who)
      console.document(["schema": "vakmatrix/trainees/1", "trainees": .array([TraineeText.document(summary)])])
      for line in TraineeText.sheet(summary, console) { console.line(line) }
      return .done
    }
  }

  struct Add: WritingCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a trainee.", aliases: ["nieuw"])
    @Option(help: "The id (default the next free t-001).")
    var id: String?
    @OptionGroup var fields: TraineeFieldOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var typed = fields.typed
      typed.id = id
      let outcome = try TraineeJourney.add(context, typed)
      TraineeText.tell(outcome, "cli.trainee.added", isDryRun: isDryRun, console)
      return .done
    }
  }

  struct Edit: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Change a trainee; a profile that is given starts with its newest version.",
      aliases: ["wijzig"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @OptionGroup var fields: TraineeFieldOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      TraineeText.tell(
        try TraineeJourney.edit(context, who: who, fields.typed), "cli.trainee.changed", isDryRun: isDryRun, console)
      return .done
    }
  }

  struct Pause: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "pause", abstract: "Pause a training, or go on with it; no reason is asked, none is kept.",
      aliases: ["pauzeer"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Flag(help: "Go on after a pause.")
    var resume = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var typed = TraineeJourney.Fields()
      typed.status = resume ? .lopend : .gepauzeerd
      TraineeText.tell(try TraineeJourney.edit(context, who: who, typed), "cli.trainee.changed", isDryRun: isDryRun, console)
      return .done
    }
  }

  struct End: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: "End a training: finished, or stopped before its end.", aliases: ["beeindig"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Option(help: "The last day (default the expected end stays as it is).")
    var on: String?
    @Flag(help: "Stopped before its end instead of finished.")
    var stopped = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var typed = TraineeJourney.Fields()
      typed.status = stopped ? .gestopt : .afgerond
      typed.expectedEnd = on
      TraineeText.tell(try TraineeJourney.edit(context, who: who, typed), "cli.trainee.changed", isDryRun: isDryRun, console)
      return .done
    }
  }
}

/// The fields of a trainee as options; an empty value takes a value away.
struct TraineeFieldOptions: ParsableArguments {
  @Option(help: "Roepnaam.") var given: String?
  @Option(help: "Tussenvoegsel.") var prefix: String?
  @Option(help: "Achternaam.") var family: String?
  @Option(help: "Personeelsnummer; zeros count.") var number: String?
  @Option(help: "Team.") var team: String?
  @Option(help: "Profile.") var profile: String?
  @Option(help: "Werkplekbegeleider.") var mentor: String?
  @Option(name: .customLong("line-manager"), help: "Leidinggevende.") var lineManager: String?
  @Option(help: "School, by its id.") var school: String?
  @Option(name: .customLong("student-number"), help: "The school's number.") var studentNumber: String?
  @Option(help: "First day.") var start: String?
  @Option(name: .customLong("expected-end"), help: "Expected last day.") var expectedEnd: String?
  @Option(help: "Rhythm of conversations: wekelijks, tweewekelijks, maandelijks, kwartaal, 6w.") var rhythm: String?
  @Option(help: "What the training is called (default the profile's title).") var programme: String?
  @Option(help: "Leerweg: bbl, bol, overig.") var pathway: String?

  var typed: TraineeJourney.Fields {
    var fields = TraineeJourney.Fields()
    (fields.given, fields.prefix, fields.family, fields.personnelNumber, fields.team) = (given, prefix, family, number, team)
    (fields.profile, fields.mentor, fields.lineManager, fields.school) = (profile, mentor, lineManager, school)
    (fields.studentNumber, fields.start, fields.expectedEnd, fields.rhythm) = (studentNumber, start, expectedEnd, rhythm)
    (fields.programme, fields.pathway) = (programme, pathway)
    return fields
  }
}
