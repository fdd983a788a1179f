internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension TraineeCommand {
  /// `trainee route`
  struct ShowRoute: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "route",
      abstract: "The route of a trainee: plan, way of learning, and behind, on or ahead per task.")
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Flag(help: "Signs that every terminal has: . / X")
    var ascii = false
    @OptionGroup var view: ViewOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let found = try RouteJourney.show(context, who: who, try view.question())
      let sheet = RouteSheet(of: found.trainee, in: found.matrix, reasons: found.reasons, forecast: found.forecast)
      console.document(sheet.json(knownOn: found.knownOn?.text))
      if !console.isJSON { Terminal.print(RouteText(sheet, console.texts, isASCII: ascii).bytes) }
      return .done
    }
  }
}
