internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension PrivacyCommand {
  struct PersonAccess: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "access", abstract: "All that is kept about a trainee, with why, from where and who can see it.",
      discussion: "For the trainee alone: it holds the words of conversations. That it was made is noted when --by says by whom.",
      aliases: ["inzage"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: "The file: .html, .pdf, .txt or .json; - is standard output (default).")
    var output: String = "-"
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let known: [ReportFormat] = [.html, .pdf, .txt, .json]
      let named = output == "-" ? (console.isJSON ? .json : .txt) : ReportFormat(ofFile: output)
      guard let format = named, known.contains(format) else {
        let list = known.map(\.rawValue).joined(separator: ", ")
        throw Refusal(.usage, .format_unknown, values: ["value": output, "list": list])
      }
      let file = try AccessJourney.run(context, who: who)
      let bytes: [UInt8]
      switch format {
      case .json: bytes = file.json(console.texts).line
      case .txt: bytes = file.text(console.texts)
      default:
        let page = try file.html(console.texts, folders: console.folders)
        bytes = format == .pdf ? try OutputOptions.printed([page], on: file.madeOn)[0] : page
      }
      try OutputOptions.write(bytes, to: output, besides: common.databasePath, console)
      return .done
    }
  }
}
