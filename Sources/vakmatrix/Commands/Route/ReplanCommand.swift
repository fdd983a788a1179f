internal import ArgumentParser
internal import CompetencyCore
internal import Journeys

extension TraineeCommand {
  /// `trainee replan`
  struct Replan: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "replan", abstract: "Plan tasks of a route anew, with a reason; the old plan stays visible.",
      discussion: """
        A week of the training (60), a week of the calendar (2027-W05), a day (1-3-2027) or ongepland; a way of learning: \
        voordoen, meelopen, onder_toezicht, cursus, school; or both with a comma between.
        Example: vakmatrix trainee replan sanne LAS-04=90 LAS-03=1-3-2027,cursus --reason "cursus zit vol" --by mo
        """, aliases: ["herplan"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @Argument(help: "TASK=WEEK, TASK=WAY or TASK=WEEK,WAY; more than one may follow.")
    var tasks: [String]
    @Option(help: "Why; only who guides and leads the trainee and the trainee can read it.")
    var reason: String = ""
    @Option(help: "The day from which it holds (default today).")
    var on: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let wishes = try RecordJourney.Assignment.all(tasks, otherwise: .plan_not_understood)
      let from = try on.map { text throws(Refusal) in try day(text) }
      let outcome = try ReplanJourney.run(context, who: who, wishes: wishes, on: from, reason: trimmed(reason))
      ReplanText.tell(outcome, isDryRun: isDryRun, console)
      return .done
    }
  }
}
