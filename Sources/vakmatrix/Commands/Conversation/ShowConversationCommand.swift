internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ConversationCommand {
  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "One conversation with what was written down of it.", aliases: ["toon"])
    @Argument(help: "A trainee (the last conversation that was recorded), or a conversation such as c-0031.1.")
    var who: String
    @Option(help: "The day of a conversation that a school's form tells of.")
    var on: String?
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      if let on {
        FormConversationText.tell(try FormConversation.on(context, who: who, day: try day(on)), console)
        return .done
      }
      let report = try ShowConversationJourney.show(context, who: who).report
      if console.isJSON {
        console.document(report.json(console.texts))
      } else {
        Terminal.print(report.text(console.texts))
      }
      return .done
    }
  }
}

extension ReportCommand {
  struct ConversationSheet: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "conversation", abstract: "The record of one conversation, or an empty form: html, pdf, txt, json.",
      aliases: ["gesprek"])
    @Argument(help: "A trainee (the last conversation that was recorded), or a conversation such as c-0031.1.")
    var who: String?
    @Option(help: "The empty form of this template instead.")
    var blank: String?
    @OptionGroup var actor: ActingOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let format = try output.format(of: .conversation, console)
      let bytes: [UInt8]
      if let blank {
        bytes = try console.folders.conversationTemplate(blank).blank(format, output, console)
      } else if let who {
        let report = try ShowConversationJourney.show(context, who: who).report
        let origin = ReportOrigin(seal: format.hasFoot ? try ReportJourney.seal(context) : nil)
        bytes =
          switch format {
          case .html, .pdf:
            try output.page(report.html(console.texts, folders: console.folders, origin: origin), as: format, on: report.day)
          case .json: report.json(console.texts).line
          default: report.text(console.texts, origin: origin)
          }
      } else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "WHO", "value": "", "expected": "WHO | --blank SJABLOON"])
      }
      try output.write(bytes, besides: common.databasePath, console)
      return .done
    }
  }
}

extension ShowConversationJourney.Outcome {
  /// The report of what the acting person may know.
  var report: ConversationReport {
    ConversationReport(
      of: conversation, with: trainee, in: company, record: records.last, readsWords: readsWords, agreements: agreements,
      goals: goals, obstacles: obstacles, holderName: holderName, next: next, askedChange: askedChange)
  }
}
