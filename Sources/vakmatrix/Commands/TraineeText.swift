internal import CompetencyCore
internal import Journeys
internal import Wording

/// How a trainee is told.
enum TraineeText {
  static func progress(_ summary: TraineeJourney.Summary, _ console: Console) -> String {
    guard let route = summary.route else { return "" }
    return console.texts.say(
      "cli.trainee.progress",
      ["mastered": "\(route.masteredCount)", "taught": "\(route.taughtCount)", "total": "\(route.stops.count)"])
  }

  static func next(_ summary: TraineeJourney.Summary, _ console: Console) -> String {
    guard summary.trainee.status == .lopend else { return console.texts.say("cli.status." + summary.trainee.status.rawValue) }
    return summary.nextConversation.map { console.texts.say("cli.trainee.next", ["date": console.texts.date($0)]) } ?? ""
  }

  static func sheet(_ summary: TraineeJourney.Summary, _ console: Console) -> [String] {
    let (texts, trainee) = (console.texts, summary.trainee)
    var lines = [
      [
        trainee.name.full, trainee.id.text, summary.programme, trainee.pathway?.rawValue.uppercased() ?? "",
        summary.schoolName ?? "",
      ]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    ]
    lines.append(
      texts.say(
        "cli.trainee.people",
        ["team": trainee.team, "mentor": summary.mentorName ?? "–", "manager": summary.lineManagerName ?? "–"]))
    let end = trainee.expectedEnd.map(texts.date) ?? "–"
    lines.append(
      texts.say(
        "cli.trainee.period",
        [
          "start": texts.date(trainee.start), "end": end, "week": "\(summary.route?.week ?? 0)",
          "status": texts.say("cli.status." + trainee.status.rawValue),
        ]))
    if let route = summary.route {
      lines.append(
        texts.say(
          "cli.trainee.route." + route.position.rawValue,
          [
            "mastered": "\(route.masteredCount)", "total": "\(route.stops.count)", "planned": "\(route.plannedMasteredCount)",
            "difference": "\(abs(route.difference))",
          ]))
    }
    lines.append(
      texts.say("cli.trainee.agreements", ["open": "\(summary.agreementsOpen)", "late": "\(summary.agreementsOverdue)"]))
    lines.append(
      texts.say(
        "cli.trainee.conversations",
        [
          "last": summary.lastConversation.map(texts.date) ?? "–", "next": summary.nextConversation.map(texts.date) ?? "–",
        ]))
    for view in summary.ownViews {
      lines.append(texts.say("cli.trainee.own_view", ["date": texts.date(view.day), "words": CleanText.cleaned(view.words)]))
    }
    return lines
  }

  static func tell(_ outcome: TraineeJourney.Outcome, _ key: String, isDryRun: Bool, _ console: Console) {
    let trainee = outcome.trainee
    console.document([
      "schema": "vakmatrix/trainee-change/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "trainee": .string(trainee.id.text), "differences": .array(outcome.differences.map(DifferenceJSON.document)),
    ])
    if isDryRun { console.say("cli.dry_run") }
    guard !outcome.differences.isEmpty else {
      console.say("cli.trainee.same", ["who": trainee.name.full])
      return
    }
    console.say(key, ["who": trainee.name.full, "id": trainee.id.text, "tasks": "\(outcome.taskCount)"])
    for difference in outcome.differences where !outcome.isNew {
      console.item("cli.trainee.field", ["field": difference.field ?? "", "old": difference.old, "new": difference.new])
    }
    if let booking = outcome.booking {
      console.say("cli.booked", ["booking": booking.description])
      console.say("cli.undo_hint", ["booking": booking.description])
    }
  }

  static func document(_ summary: TraineeJourney.Summary) -> JSONValue {
    let trainee = summary.trainee
    return [
      "id": .string(trainee.id.text), "roepnaam": .string(trainee.name.given), "tussenvoegsel": .string(trainee.name.prefix),
      "achternaam": .string(trainee.name.family), "personeelsnummer": .string(trainee.personnelNumber),
      "team": .string(trainee.team), "profile": .string(trainee.profile.text), "profileVersion": .int(trainee.profileVersion),
      "programme": .string(summary.programme), "mentor": .text(trainee.mentor?.text),
      "lineManager": .text(trainee.lineManager?.text), "school": .text(trainee.school?.text), "start": .date(trainee.start),
      "expectedEnd": .date(trainee.expectedEnd), "status": .string(trainee.status.rawValue),
      "tasksInProfile": .int(summary.route?.stops.count ?? 0), "tasksTaught": .int(summary.route?.taughtCount ?? 0),
      "tasksMastered": .int(summary.route?.masteredCount ?? 0), "plannedMastered": .int(summary.route?.plannedMasteredCount ?? 0),
      "position": .text(summary.route?.position.rawValue), "lastConversation": .date(summary.lastConversation),
      "nextConversation": .date(summary.nextConversation), "agreementsOpen": .int(summary.agreementsOpen),
      "agreementsOverdue": .int(summary.agreementsOverdue),
    ]
  }
}
