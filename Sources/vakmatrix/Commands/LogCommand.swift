internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct LogCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "What was written, by whom and when; newest first.", aliases: ["logboek"])

  @Option(name: [.customShort("n"), .customLong("number")], help: "How many bookings (default all).")
  var number: Int?
  @OptionGroup var actor: ActingOptions
  @OptionGroup var common: CommonOptions
  var acting: String? { actor.acting }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let entries = try LogJourney.run(context, atMost: number.map { max(0, $0) })
    console.document(["schema": "vakmatrix/log/1", "bookings": .array(entries.map(document))])
    var table = TextTable([.leading, .leading, .leading, .leading])
    for entry in entries {
      let what = console.texts.say(
        "cli.log." + entry.booking.kind.rawValue, count: entry.count, ["booking": entry.booking.undoes?.description ?? ""])
      let about = entry.trainees.isEmpty ? "" : " (" + entry.trainees.joined(separator: ", ") + ")"
      let undone = entry.isLive ? "" : " " + console.texts.say("cli.log.undone")
      table.row([
        entry.booking.number.description, console.texts.date(entry.day) + " " + entry.time,
        entry.actorName ?? console.texts.say("cli.log.account", ["account": entry.booking.account]), what + about + undone,
      ])
    }
    for line in table.lines() { console.line(line) }
    if entries.isEmpty { console.say("cli.log.empty") }
    return .done
  }

  private func document(_ entry: LogJourney.Entry) -> JSONValue {
    [
      "booking": .string(entry.booking.number.description), "kind": .string(entry.booking.kind.rawValue),
      "date": .date(entry.day), "time": .string(entry.time), "by": .text(entry.booking.by?.text),
      "account": .string(entry.booking.account), "undoes": .text(entry.booking.undoes?.description), "live": .bool(entry.isLive),
      "count": .int(entry.count),
    ]
  }
}

struct UndoCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo a booking as a whole; an undo can itself be undone.", aliases: ["terugdraaien"])

  @Argument(help: "The booking: b-0007.")
  var booking: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    guard let number = BookingNumber(typed: booking) else {
      throw Refusal(.notFound, .booking_not_found, values: ["booking": booking])
    }
    let outcome = try UndoJourney.run(context, booking: number)
    console.document([
      "schema": "vakmatrix/undo/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "undone": .string(number.description), "wasLive": .bool(!outcome.wasNotLive),
      "moved": .array(
        outcome.moved.map { cell in
          [
            "trainee": .string(cell.trainee.id.text), "task": .string(cell.after.key.task.text),
            "before": .string(cell.before.level.text), "after": .string(cell.after.level.text),
            "without": .text(cell.after.without?.rawValue),
          ]
        }),
    ])
    if outcome.wasNotLive {
      console.say("cli.undo.not_live", ["booking": number.description])
      return .done
    }
    if isDryRun { console.say("cli.dry_run") }
    for cell in outcome.moved {
      console.item(
        "cli.undo.moved",
        [
          "who": cell.trainee.name.full, "task": cell.after.key.task.text, "before": console.cell(cell.before, outcome.scale),
          "after": console.cell(cell.after, outcome.scale),
        ])
    }
    if let booking = outcome.booking {
      console.say("cli.undo.done", ["undone": number.description, "booking": booking.description])
      console.say("cli.undo_hint", ["booking": booking.description])
    }
    return .done
  }
}
