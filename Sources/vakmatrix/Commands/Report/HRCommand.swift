internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ReportCommand {
  struct HR: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "hr",
      abstract:
        "Every trainee in a row of names, dates and counts: csv (for Dutch Excel), xlsx, csv-international, json; or one page "
        + "without names for the management team: pdf, html.")
    @Option(help: "On the page for the management team, teams with fewer people than this do not stand by themselves.")
    var smallestGroup = HRSummary.usualSmallestGroup
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let format = try output.format(of: .hr, console)
      guard smallestGroup >= HRSummary.leastSmallestGroup else {
        throw Refusal(
          .usage, .value_not_understood,
          values: ["option": "--smallest-group", "value": "\(smallestGroup)", "expected": "≥ \(HRSummary.leastSmallestGroup)"])
      }
      let question = try view.question()
      let facts = try ReportJourney.hr(context, asOf: question.asOf, knownOn: question.knownOn)
      let report = HRReport(facts.rows, asOf: facts.asOf)
      let seal = format.hasFoot ? try ReportJourney.seal(context) : nil
      let origin = ReportOrigin(madeBy: facts.madeBy, knownOn: question.knownOn?.text, seal: seal)
      let bytes: [UInt8] =
        switch format {
        case .json: report.json(knownOn: question.knownOn?.text).line
        case .xlsx: try report.xlsx(console.texts, origin: origin)
        case .csvInternational: report.csv(.international)
        case .html, .pdf:
          try output.page(
            HRSummary(report, smallestGroup: smallestGroup).html(console.texts, folders: console.folders, origin: origin),
            as: format, on: report.asOf)
        default: report.csv(.dutchExcel)
        }
      try output.write(bytes, besides: common.databasePath, console)
      return .done
    }
  }
}
