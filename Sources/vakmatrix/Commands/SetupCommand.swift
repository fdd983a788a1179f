internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct SetupCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Load or update a company from its CSV files.",
    discussion: "Reads mensen.csv, trainees.csv, taken.csv, profielen.csv and scholen.csv, as far as they are there.",
    aliases: ["inrichten"])

  @Argument(help: "The folder with the CSV files.")
  var folder: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let outcome = try SetupJourney.run(context, folder: folder) { name throws(Refusal) in
      try InputFiles.file(name, in: folder)
    }
    console.document(document(outcome))
    if isDryRun { console.say("cli.dry_run") }
    let added = outcome.differences.filter { $0.field == nil }
    for difference in outcome.differences {
      if let field = difference.field {
        console.say(
          "cli.setup.changed", name(difference, ["field": field, "old": difference.old, "new": difference.new], console))
      } else if !isFirst(outcome, added.count) {
        console.say("cli.setup.added", name(difference, ["new": difference.new], console))
      }
    }
    for row in outcome.gone {
      console.say("cli.setup.gone", ["kind": console.texts.say("cli.row." + row.kind.rawValue), "id": row.id])
    }
    console.say(
      "cli.setup.totals",
      [
        "people": "\(outcome.people)", "trainees": "\(outcome.trainees)", "tasks": "\(outcome.tasks)",
        "profiles": "\(outcome.profiles)", "schools": "\(outcome.schools)",
      ])
    if outcome.differences.isEmpty { console.say("cli.setup.same") }
    if let booking = outcome.booking, !isDryRun { console.say("cli.booked", ["booking": booking.description]) }
    return .done
  }

  /// A first set-up is all new rows; listing each would hide the totals.
  private func isFirst(_ outcome: SetupJourney.Outcome, _ added: Int) -> Bool {
    added == outcome.people + outcome.trainees + outcome.tasks + outcome.profiles + outcome.schools
  }

  private func name(_ difference: Difference, _ values: [String: String], _ console: Console) -> [String: String] {
    values.merging(["kind": console.texts.say("cli.row." + difference.row.kind.rawValue), "id": difference.row.id]) { given, _ in
      given
    }
  }

  private func document(_ outcome: SetupJourney.Outcome) -> JSONValue {
    [
      "schema": "vakmatrix/setup/1", "booking": .text(isDryRun ? nil : outcome.booking?.description), "dryRun": .bool(isDryRun),
      "people": .int(outcome.people), "trainees": .int(outcome.trainees), "tasks": .int(outcome.tasks),
      "profiles": .int(outcome.profiles), "schools": .int(outcome.schools),
      "differences": .array(outcome.differences.map(DifferenceJSON.document)),
      "gone": .array(outcome.gone.map { ["kind": .string($0.kind.rawValue), "id": .string($0.id)] }),
    ]
  }
}

/// A difference of a row as JSON writes it.
enum DifferenceJSON {
  static func document(_ difference: Difference) -> JSONValue {
    [
      "kind": .string(difference.row.kind.rawValue), "id": .string(difference.row.id), "field": .text(difference.field),
      "old": .string(difference.old), "new": .string(difference.new),
    ]
  }
}
