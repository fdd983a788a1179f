internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ReportCommand {
  struct TraineeSheet: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "trainee", abstract: "One trainee on one sheet, or a sheet for each of several: html, pdf, txt, json.")
    @Argument(help: "Ids, personeelsnummers or pieces of names that each fit one. Several go into a folder, given with -o.")
    var who: [String] = []
    @Option(help: "Everybody of this team instead, or a piece of its name that fits one.")
    var team: String?
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      guard team != nil || !who.isEmpty else {
        throw Refusal(.usage, .who_is_asked, values: ["kind": "nobody", "option": "--team"])
      }
      let isFolder = team != nil || who.count > 1 || output.isFolder
      guard !isFolder || output.isFolder else {
        throw Refusal(.usage, .folder_needed, values: ["value": output.output])
      }
      let format = try output.format(of: .trainee, console)
      var question = try view.question()
      (question.trainees, question.team) = (who, team)
      let facts = try ReportJourney.trainees(context, question)
      let seal = format.hasFoot ? try ReportJourney.seal(context) : nil
      let origin = ReportOrigin(madeBy: facts.madeBy, knownOn: facts.knownOn?.text, seal: seal)
      let reports = facts.trainees.compactMap { trainee in
        TraineeReport(
          of: trainee.id, in: facts.matrix, agreementTexts: facts.agreementTexts[trainee.id] ?? [:],
          forecast: facts.forecasts[trainee.id], history: facts.histories[trainee.id] ?? .none)
      }
      let bytes = try self.bytes(of: reports, format, origin, console)
      if isFolder {
        let names = ReportFileNames.unique(reports.map { ($0.trainee.name.full, $0.trainee.id.text) })
        let files = zip(names, bytes).map { ($0 + "_" + facts.matrix.asOf.iso, $1) }
        try output.write(files, as: format, besides: common.databasePath, console)
      } else {
        guard let only = bytes.first else { throw Refusal(.notFound, .person_not_found, values: ["who": who[0]]) }
        try output.write(only, besides: common.databasePath, console)
      }
      return .done
    }

    private func bytes(
      of reports: [TraineeReport], _ format: ReportFormat, _ origin: ReportOrigin, _ console: Console
    ) throws(Refusal) -> [[UInt8]] {
      var all: [[UInt8]] = []
      for report in reports {
        let bytes: [UInt8] =
          switch format {
          case .html, .pdf:
            try report.html(console.texts, folders: console.folders, origin: origin, isPaper: format == .pdf)
          case .json: report.json(origin: origin).line
          default: report.text(console.texts, origin: origin)
          }
        all.append(bytes)
      }
      guard format == .pdf, let first = reports.first else { return all }
      return try OutputOptions.printed(all, on: first.asOf)
    }
  }
}
