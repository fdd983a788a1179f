internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension PrivacyCommand {
  struct Restrict: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "restrict", abstract: "Keep a trainee's data and use them no longer, or use them again; without WHO the list.",
      discussion: "Restricted data are in no report, page or list but for the trainee; nothing of them is erased.",
      aliases: ["beperk"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String?
    @Flag(help: "The data may be used again.")
    var lift = false
    @Option(help: "Why, for who looks it up later.")
    var reason: String = ""
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      guard let who else { return try list(context, console) }
      let outcome = try RestrictJourney.restrict(context, who: who, isRestricted: !lift, reason: trimmed(reason))
      console.document([
        "schema": "vakmatrix/restriction/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
        "trainee": .string(outcome.trainee.id.text), "restricted": .bool(!lift),
      ])
      let key = outcome.booking == nil && !isDryRun ? "same" : lift ? "lifted" : "done"
      console.say(
        "cli.restrict." + key, ["who": outcome.trainee.name.full, "booking": outcome.booking?.description ?? "–"])
      return .done
    }

    private func list(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let trainees = try RestrictJourney.list(context)
      console.document([
        "schema": "vakmatrix/restrictions/1", "trainees": .array(trainees.map { .string($0.id.text) }),
      ])
      if trainees.isEmpty { console.say("cli.restrict.none") }
      for trainee in trainees { console.line(trainee.id.text + "  " + trainee.name.full) }
      return .done
    }
  }

  struct Correct: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct", abstract: "Correct what is known of a trainee, or add how the trainee sees what was written.",
      discussion: "What was there before stays in the log. Words of others are not changed: the trainee's own go beside them.",
      aliases: ["corrigeer"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String
    @OptionGroup var fields: TraineeFieldOptions
    @Option(help: "How the trainee sees it, in the trainee's own words.")
    var view: String?
    @Option(help: "The booking that the view is about: b-0007.")
    var about: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      guard let view else {
        TraineeText.tell(
          try TraineeJourney.edit(context, who: who, fields.typed), "cli.trainee.changed", isDryRun: isDryRun, console)
        return .done
      }
      let booking = try about.map { text throws(Refusal) in
        guard let number = BookingNumber(typed: text) else {
          throw Refusal(.notFound, .booking_not_found, values: ["booking": text])
        }
        return number
      }
      let outcome = try RestrictJourney.state(context, who: who, about: booking, words: trimmed(view))
      console.document([
        "schema": "vakmatrix/own-view/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
        "trainee": .string(outcome.trainee.id.text), "about": .text(booking?.description),
      ])
      console.say("cli.own_view.done", ["who": outcome.trainee.name.full, "booking": outcome.booking?.description ?? "–"])
      return .done
    }
  }
}
