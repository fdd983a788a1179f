internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ReportCommand {
  struct Team: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "team", abstract: "One team: the matrix and what needs attention: html, pdf, txt, json.")
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
      let seal = format.hasFoot ? try ReportJourney.seal(context) : nil
      let origin = ReportOrigin(madeBy: madeBy, knownOn: found.knownOn?.text, seal: seal)
      let bytes: [UInt8] =
        switch format {
        case .html, .pdf:
          try output.page(
            report.html(console.texts, folders: console.folders, origin: origin, isPaper: format == .pdf), as: format,
            on: report.asOf)
        case .json: report.json(origin: origin).line
        default: report.text(console.texts, origin: origin, width: Terminal.columns)
        }
      try output.write(bytes, besides: common.databasePath, console)
      ProcessEnd.frees(report)
      return .done
    }
  }
}
