internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct ExportCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything that the database holds as plain text into a folder.",
    discussion:
      "A file of JSON lines a table, the school's files as they came, a README.txt that explains them, and a manifest with digests. "
      + "It holds all words of conversations too: keep it as carefully as the database. ‘vakmatrix restore’ reads it back.",
    aliases: ["exporteer"])

  @Argument(help: "A folder that is not there yet, or an empty one.")
  var folder: String
  @OptionGroup var actor: ActingOptions
  @OptionGroup var common: CommonOptions
  var acting: String? { actor.acting }
  var writes: Bool { true }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let outcome = try Progress.during(console) { progress throws(Refusal) in
      try ExportJourney.run(context, folder: folder, progress: progress.at(rows:)) { tables throws(Refusal) in
        try ExportReadme(tables).bytes
      }
    }
    console.document([
      "schema": "vakmatrix/export/1", "folder": .string(folder), "databaseVersion": .int(outcome.databaseVersion),
      "tables": .int(outcome.tables), "rows": .int(outcome.rows), "messages": .int(outcome.messages),
    ])
    console.say(
      "cli.export.done",
      ["folder": folder, "tables": "\(outcome.tables)", "rows": "\(outcome.rows)", "messages": "\(outcome.messages)"])
    console.say("cli.export.careful")
    return .done
  }
}
