internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct RestoreCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a database from the folder that ‘vakmatrix export’ wrote.",
    discussion: "Only into a database that is not there yet, or in which nothing was booked; whole or not at all.",
    aliases: ["herstel"])

  @Argument(help: "The folder of an export.")
  var folder: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let outcome = try Progress.during(console) { progress throws(Refusal) in
      try RestoreJourney.run(context, folder: folder, progress: progress.at(rows:))
    }
    console.document([
      "schema": "vakmatrix/restore/1", "folder": .string(folder), "dryRun": .bool(isDryRun), "tables": .int(outcome.tables),
      "rows": .int(outcome.rows), "messages": .int(outcome.messages), "lastBooking": .text(outcome.lastBooking?.description),
    ])
    if isDryRun { console.say("cli.dry_run") }
    let values = [
      "file": common.databasePath, "tables": "\(outcome.tables)", "rows": "\(outcome.rows)", "messages": "\(outcome.messages)",
      "booking": outcome.lastBooking?.description ?? "–",
    ]
    console.say(isDryRun ? "cli.restore.whole" : "cli.restore.done", values)
    if !isDryRun { console.say("cli.restore.look_at") }
    return .done
  }
}
