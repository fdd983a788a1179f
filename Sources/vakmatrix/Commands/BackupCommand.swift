internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct BackupCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the database into a file that ‘vakmatrix restore’ puts back; also while others write.",
    discussion: "The copy is there only when it was put back into a scratch place and every page, reference and seal was good.",
    aliases: ["reservekopie"])

  @Argument(help: "A file that is not there yet, or a folder: the file then gets the moment in its name.")
  var target: String
  @OptionGroup var actor: ActingOptions
  @OptionGroup var common: CommonOptions
  var acting: String? { actor.acting }
  var writes: Bool { true }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let outcome = try BackupJourney.make(context, target: target)
    console.document([
      "schema": "vakmatrix/backup/1", "file": .string(outcome.file), "bookings": .int(outcome.bookings),
      "seal": .text(outcome.seal),
    ])
    console.say("cli.backup.done", count: outcome.bookings, ["file": outcome.file, "seal": outcome.seal ?? "–"])
    return .done
  }
}
