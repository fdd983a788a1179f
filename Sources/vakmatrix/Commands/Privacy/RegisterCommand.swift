internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension PrivacyCommand {
  struct Register: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "register",
      abstract: "The register of processing: each kind of data, why, on which ground, how long, and where.",
      aliases: ["verwerkingsregister"])
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let entries = try RegisterJourney.run(context)
      let say = { (kind: DataKind, part: String) in console.texts.say("privacy.kind.\(kind.rawValue).\(part)") }
      console.document([
        "schema": "vakmatrix/register/1",
        "kinds": .array(
          entries.map { entry in
            [
              "kind": .string(entry.kind.rawValue), "name": .string(say(entry.kind, "name")),
              "purpose": .string(say(entry.kind, "purpose")), "ground": .string(say(entry.kind, "ground")),
              "term": .string(say(entry.kind, "term")), "origin": .string(say(entry.kind, "origin")),
              "recipients": .string(say(entry.kind, "recipients")),
              "tables": .array(
                entry.tables.map { table in
                  [
                    "table": .string(table.name),
                    "columns": .array(
                      table.columns.map { ["column": .string($0.name), "whenErased": .string($0.use)] }),
                  ]
                }),
            ]
          }),
      ])
      for entry in entries {
        console.line(say(entry.kind, "name"))
        for part in ["purpose", "ground", "term", "origin", "recipients"] { console.line("  " + say(entry.kind, part)) }
        for table in entry.tables {
          console.item("cli.register.table", ["table": table.name, "what": console.texts.say("export.table." + table.name)])
        }
        console.line("")
      }
      return .done
    }
  }
}
