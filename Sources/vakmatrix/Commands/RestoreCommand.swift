internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct RestoreCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a database from a backup, or from the folder that ‘vakmatrix export’ wrote.",
    discussion: """
      Into a database that is not there yet, or in which nothing was booked; whole or not at all. With --replace a backup takes
      the place of a database with bookings, which is laid aside and not thrown away.
      """,
    aliases: ["herstel"])

  @Argument(help: "The file of a backup, or the folder of an export.")
  var folder: String
  @Flag(help: "Lay the database that is there aside, and put the backup in its place.")
  var replace = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    if BackupJourney.isFile(folder) { return try putBack(context, console) }
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

  private func putBack(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let outcome = try BackupJourney.putBack(context, file: folder, replaces: replace)
    console.document([
      "schema": "vakmatrix/restore/1", "file": .string(outcome.file), "dryRun": .bool(isDryRun),
      "bookings": .int(outcome.bookings), "seal": .text(outcome.seal), "aside": .text(outcome.aside),
    ])
    if isDryRun { console.say("cli.dry_run") }
    let values = ["file": common.databasePath, "backup": outcome.file, "seal": outcome.seal ?? "–"]
    console.say(isDryRun ? "cli.restore.backup_whole" : "cli.restore.backup_done", count: outcome.bookings, values)
    if let aside = outcome.aside { console.say("cli.restore.aside", ["file": aside]) }
    return .done
  }
}
