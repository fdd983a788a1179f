internal import CompetencyCore
internal import Journeys
internal import Wording

/// How an item of the inbox is told.
enum InboxText {
  static func kind(_ item: InboxItem) -> String {
    switch item.content {
    case .proposal: "proposal"
    case .disagreement: "disagreement"
    case .question(let question, _, _, _): "question." + question.key.subject.rawValue
    }
  }

  static func line(_ item: InboxItem, _ company: Company, _ console: Console) -> String {
    let texts = console.texts
    switch item.content {
    case .proposal(let statement, let trainee, let level), .disagreement(let statement, let trainee, let level):
      let said = statement.level.map { console.level($0, company.scale) } ?? ""
      return texts.say(
        "cli.inbox." + kind(item),
        [
          "who": trainee.name.full, "task": statement.cell.task.text, "title": company.tasks[statement.cell.task]?.title ?? "",
          "level": console.level(level, company.scale), "said": said, "role": texts.role(statement.role),
          "date": texts.date(statement.seenOn),
        ])
    case .question(let question, let sender, let places, let participant):
      let first = places.first
      return texts.say(
        "cli.inbox." + kind(item), count: question.askers.count,
        [
          "written": question.key.written, "sender": sender, "file": first?.file ?? "",
          "line": first?.line.map(String.init) ?? "-", "participant": participant,
        ])
    }
  }

  /// What was done, and how to undo it.
  static func tell(_ outcome: InboxJourney.Outcome, _ verb: String, _ console: Console) {
    let scale = outcome.company.scale
    console.document([
      "schema": "vakmatrix/inbox-change/1", "booking": .text(outcome.booking?.description),
      "dryRun": .bool(outcome.booking == nil),
      "item": .string(outcome.item.id), "before": .text(outcome.cell?.before.level.text),
      "after": .text(outcome.cell?.after.level.text),
      "facts": .int(outcome.factCount),
    ])
    if outcome.booking == nil { console.say("cli.dry_run") }
    if let cell = outcome.cell {
      let who = outcome.company.trainees[cell.before.key.trainee]?.name.full ?? cell.before.key.trainee.text
      console.say(
        "cli.inbox.\(verb)",
        [
          "who": who, "task": cell.before.key.task.text, "title": outcome.company.tasks[cell.before.key.task]?.title ?? "",
          "before": console.cell(cell.before, scale), "after": console.cell(cell.after, scale),
        ])
    } else {
      let isSkip = outcome.meaning == .skip
      console.say(isSkip ? "cli.inbox.skipped" : "cli.inbox.\(verb)", count: outcome.factCount)
    }
    if let booking = outcome.booking {
      console.say("cli.booked", ["booking": booking.description])
      console.say("cli.undo_hint", ["booking": booking.description])
    }
  }

  static func document(_ item: InboxItem) -> JSONValue {
    switch item.content {
    case .proposal(let statement, let trainee, let level), .disagreement(let statement, let trainee, let level):
      return [
        "item": .string(item.id), "kind": .string(kind(item)), "trainee": .string(trainee.id.text),
        "task": .string(statement.cell.task.text), "level": .string(level.text), "said": .text(statement.level?.text),
        "role": .string(statement.role.rawValue), "seenOn": .date(statement.seenOn),
      ]
    case .question(let question, let sender, let places, _):
      return [
        "item": .string(item.id), "kind": "question", "asks": .string(question.key.subject.rawValue),
        "written": .string(question.key.written), "sender": .string(sender), "lines": .int(question.askers.count),
        "places": .array(
          places.map { place in
            ["file": .string(place.file), "line": place.line.map { .int($0) } ?? .null, "path": .string(place.path)]
          }),
      ]
    }
  }
}
