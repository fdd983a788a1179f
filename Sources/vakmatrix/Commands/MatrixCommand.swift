internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Who was taught what, and who masters it.",
    subcommands: [Show.self, SetLevels.self, History.self, Coverage.self, ShowTeachers.self])

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "The matrix on a day, as known on a day or at a booking.", aliases: ["toon"])
    @Argument(help: "Trainees: an id, a personeelsnummer or a piece of a name that fits one (default all).")
    var who: [String] = []
    @Option(help: "Only this team.")
    var team: String?
    @Option(help: "Only this group of tasks.")
    var group: String?
    @Flag(help: "Signs that every terminal has: . / X")
    var ascii = false
    @OptionGroup var view: ViewOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var question = try view.question()
      (question.trainees, question.team) = (who, team)
      let found = try MatrixJourney.show(context, question)
      guard !console.isJSON else {
        console.document(MatrixJSON.document(of: found.matrix, knownOn: found.knownOn?.text))
        return .done
      }
      for (team, trainees) in blocks(found) {
        let table = MatrixTable(of: found.matrix, trainees: trainees, team: team, group: group)
        Terminal.print(MatrixText(table, console.texts, width: Terminal.columns, isASCII: ascii).bytes)
      }
      return .done
    }

    /// One table for people who were named, else one a team, so that coverage can be told.
    private func blocks(_ found: MatrixJourney.View) -> [(team: String?, trainees: [Trainee])] {
      guard who.isEmpty else { return [(nil, found.trainees)] }
      return found.matrix.knowledge.company.teams.compactMap { team in
        let members = found.trainees.filter { sameBytes($0.team, team) }
        return members.isEmpty ? nil : (team, members)
      }
    }
  }

  struct History: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "history", abstract: "Who saw what of one task, and when; newest first.", aliases: ["historie"])
    @Argument(help: "A trainee: an id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Argument(help: "The task's code.")
    var task: String
    @OptionGroup var view: ViewOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let found = try HistoryJourney.run(context, who: who, task: task, try view.question())
      let history = CellHistory(
        of: found.key, in: found.view.matrix, trail: found.trail, notes: found.notes, reasons: found.reasons)
      guard !console.isJSON else {
        let asOf = found.view.matrix.asOf.iso
        console.document(HistoryJSON.document(of: history, asOf: asOf, knownOn: found.view.knownOn?.text))
        return .done
      }
      Terminal.print(HistoryText(history, console.texts).bytes)
      return .done
    }
  }

  struct Coverage: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage", abstract: "Tasks that too few people of a team master.", aliases: ["dekking"])
    @Option(help: "The team (default every team).")
    var team: String?
    @OptionGroup var view: ViewOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var question = try view.question()
      question.team = team
      let found = try MatrixJourney.show(context, question)
      let teams = found.wholeTeams.filter { team in found.team.map { sameBytes($0, team) } ?? true }
      if let team = found.team, teams.isEmpty {
        let list = found.wholeTeams.joined(separator: ", ")
        throw Refusal(.notFound, .team_not_found, values: ["team": team, "list": list])
      }
      let coverages = teams.map { TeamCoverage(ofTeam: $0, in: found.matrix) }
      console.document([
        "schema": "vakmatrix/coverage-list/1",
        "teams": .array(coverages.map { CoverageJSON.document(of: $0, knownOn: found.knownOn?.text) }),
      ])
      guard !console.isJSON else { return .done }
      if coverages.isEmpty { console.say("cli.coverage.no_team") }
      for coverage in coverages { Terminal.print(CoverageText(coverage, console.texts).bytes) }
      return .done
    }
  }
}
