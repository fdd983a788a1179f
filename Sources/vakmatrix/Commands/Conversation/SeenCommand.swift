internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct Seen: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "seen", abstract: "The trainee says of the record: seen, agreed, or that it must be changed.",
      discussion: "Seen is not agreeing. A change after it withdraws what was agreed; both versions stay.", aliases: ["gezien"])
    @Argument(help: "A trainee, or a conversation such as c-0031.1.")
    var who: String
    @Flag(help: "You agree with the record.")
    var agree = false
    @Option(help: "What must be changed, in your words.")
    var change: String?
    @Option(help: "Whether it was of use: ja or kan-beter.")
    var useful: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let asked = change.map(trimmed) ?? ""
      guard !agree || asked.isEmpty else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "--agree", "value": "--change", "expected": "--agree | --change"])
      }
      let word: SeenJourney.Word = asked.isEmpty ? agree ? .agreed : .seen : .change(asked)
      let outcome = try SeenJourney.run(context, who: who, word, wasUseful: try usefulness(useful))
      let key = asked.isEmpty ? agree ? "agreed" : "seen" : "change"
      console.document(
        [
          "schema": "vakmatrix/conversation-seen/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
          "conversation": .string(outcome.conversation.id.description), "said": .string(key),
        ])
      if isDryRun { console.say("cli.dry_run") }
      let date = outcome.conversation.heldOn.map(console.texts.date) ?? ""
      console.say(
        outcome.booking == nil && !isDryRun ? "cli.seen.same" : "cli.seen." + key,
        ["who": outcome.trainee.name.full, "date": date])
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
      return .done
    }
  }
}

/// Whether a conversation was of use, as it was typed: `ja` or `kan-beter` (yes, could-be-better).
func usefulness(_ text: String?) throws(Refusal) -> Bool? {
  switch text {
  case nil: nil
  case "ja", "yes": true
  case "kan-beter", "could-be-better": false
  case let other?:
    throw Refusal(.usage, .value_not_understood, values: ["option": "--useful", "value": other, "expected": "ja, kan-beter"])
  }
}
