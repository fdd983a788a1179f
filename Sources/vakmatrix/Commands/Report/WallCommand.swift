internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ReportCommand {
  struct Wall: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "wall", abstract: "One team's matrix to hang on the wall: pdf, html.", aliases: ["muur"])
    @Argument(help: "The team, or a piece of its name that fits one.")
    var team: String
    @Option(help: "The paper: A3 on its side, or A4 with a sheet for each group of tasks.")
    var paper = WallReport.Paper.a3.rawValue
    @Option(help: "How people are named: first (names), initials or number.")
    var names = WallNames.first.rawValue
    @Flag(help: "Say, once, that the wall was talked over with the team; it is kept as a booking of its own.")
    var discussed = false
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let format = try output.format(of: .wall, console)
      let paper = try Self.choice("--paper", paper, WallReport.Paper.allCases)
      let names = try Self.choice("--names", names, WallNames.allCases)
      var question = try view.question()
      question.team = team
      let outcome = try WallJourney.wall(context, question, isDiscussed: discussed)
      if let booking = outcome.booking {
        console.note(console.texts.say("cli.wall.discussed", ["team": outcome.team, "booking": booking.description]))
      }
      let report = WallReport(
        ofTeam: outcome.team, trainees: outcome.view.trainees, in: outcome.view.matrix, paper: paper, names: names,
        discussedOn: outcome.discussedOn)
      guard !report.sheets.isEmpty else { throw Refusal(.usage, .wall_without_tasks, values: ["team": outcome.team]) }
      try output.write(
        output.page(report.html(console.texts, folders: console.folders), as: format, on: report.asOf),
        besides: common.databasePath, console)
      console.note(
        console.texts.say("cli.report.sheets", count: report.sheets.count, ["paper": paper.rawValue]))
      return .done
    }

    /// The choice that was typed, in small letters or capitals.
    private static func choice<Value: RawRepresentable<String>>(
      _ option: String, _ text: String, _ all: [Value]
    ) throws(Refusal) -> Value {
      guard let value = all.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
        throw Refusal(
          .usage, .value_not_understood,
          values: ["option": option, "value": text, "expected": all.map(\.rawValue).joined(separator: ", ")])
      }
      return value
    }
  }
}
