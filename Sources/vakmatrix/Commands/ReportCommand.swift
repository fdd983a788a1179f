internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports for supervisors, teams, HR and schools.",
    subcommands: [TraineeSheet.self, Team.self, ConversationSheet.self, HR.self, School.self], aliases: ["rapport"])

  struct TraineeSheet: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "trainee", abstract: "One trainee on one sheet: html, txt, json.")
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let format = try output.format(of: .trainee, console)
      let facts = try ReportJourney.trainee(context, who: who, try view.question())
      guard let report = TraineeReport(of: facts.trainee.id, in: facts.matrix, agreementTexts: facts.agreementTexts) else {
        throw Refusal(.notFound, .person_not_found, values: ["who": who])
      }
      let origin = ReportOrigin(madeBy: facts.madeBy, knownOn: facts.knownOn?.text)
      let bytes: [UInt8] =
        switch format {
        case .html: try report.html(console.texts, folders: console.folders, origin: origin)
        case .json: report.json(origin: origin).line
        case .txt, .csv, .xml: report.text(console.texts, origin: origin)
        }
      try output.write(bytes, besides: common.databasePath, console)
      return .done
    }
  }

  struct Team: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "team", abstract: "One team: the matrix and what needs attention: html, txt, json.")
    @Argument(help: "The team, or a piece of its name that fits one.")
    var team: String
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let format = try output.format(of: .team, console)
      var question = try view.question()
      question.team = team
      let (found, madeBy) = try ReportJourney.team(context, question)
      let report = TeamReport(ofTeam: found.team ?? team, trainees: found.trainees, in: found.matrix)
      let origin = ReportOrigin(madeBy: madeBy, knownOn: found.knownOn?.text)
      let bytes: [UInt8] =
        switch format {
        case .html: try report.html(console.texts, folders: console.folders, origin: origin)
        case .json: report.json(origin: origin).line
        case .txt, .csv, .xml: report.text(console.texts, origin: origin, width: Terminal.columns)
        }
      try output.write(bytes, besides: common.databasePath, console)
      return .done
    }
  }

  struct HR: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "hr", abstract: "Every trainee in a row of names, dates and counts: csv (for Dutch Excel), json.")
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let format = try output.format(of: .hr, console)
      let question = try view.question()
      let (rows, asOf) = try ReportJourney.hr(context, asOf: question.asOf, knownOn: question.knownOn)
      let report = HRReport(rows, asOf: asOf)
      try output.write(
        format == .json ? report.json(knownOn: question.knownOn?.text).line : report.csv, besides: common.databasePath, console)
      return .done
    }
  }
}
