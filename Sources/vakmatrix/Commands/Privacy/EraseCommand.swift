internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension PrivacyCommand {
  struct Erase: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Erase a trainee: names, numbers and words go for good; what was counted stays, without a name.",
      discussion: "It cannot be undone. Try it first with --dry-run. Older backups and exports keep what they hold.",
      aliases: ["wis"])
    @Argument(help: "The id or the personeelsnummer, whole.")
    var who: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let outcome = try EraseJourney.run(context, who: who, dialects: console.folders.dialects())
      let erasure = outcome.erasure
      console.document([
        "schema": "vakmatrix/erase/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
        "trainee": .string(erasure.trainee.text), "facts": .int(erasure.factCount), "texts": .int(erasure.textCount),
        "messages": .int(erasure.messageCount), "lostMessages": .int(outcome.lostMessages),
        "cleared": .bool(outcome.isCleared), "olderFiles": .array(outcome.olderFiles.map { .string($0) }),
      ])
      let values = [
        "who": outcome.name, "stand": erasure.trainee.text, "facts": "\(erasure.factCount)", "texts": "\(erasure.textCount)",
        "messages": "\(erasure.messageCount)", "booking": outcome.booking?.description ?? "–",
      ]
      console.say(isDryRun ? "cli.erase.would" : "cli.erase.done", values)
      if outcome.lostMessages > 0 { console.item("cli.erase.lost", count: outcome.lostMessages) }
      guard !isDryRun else { return .done }
      for file in outcome.olderFiles { console.item("cli.erase.older", ["file": file]) }
      console.item("cli.erase.elsewhere")
      guard outcome.isCleared else {
        console.note(console.texts.say("cli.erase.not_cleared"))
        return .personNeeded
      }
      return .done
    }
  }
}
