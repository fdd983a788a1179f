internal import CompetencyCore
internal import Journeys
internal import Wording

/// Tells the planning, to people and to programs.
enum ScheduleText {
  static func tell(_ row: ScheduleJourney.Row, _ console: Console) {
    let texts = console.texts
    let who = row.trainee.name.full
    for (conversation, holderName) in row.planned {
      let plan = conversation.plan
      console.say(
        "cli.schedule.row",
        [
          "who": who, "date": texts.fullDate(plan.day) + (plan.time.map { ", " + $0.description } ?? ""),
          "kind": texts.kind(plan.kind), "holder": holderName, "conversation": plan.conversation.description,
        ])
    }
    guard let regularity = row.regularity else { return }
    if regularity.overdueDays > 0 {
      console.say(
        "cli.schedule.overdue", count: regularity.overdueDays, ["who": who, "date": texts.date(regularity.dueOn)])
    }
    if let deviation = regularity.deviation {
      console.say(
        "cli.schedule.regularity", count: deviation.largest, ["who": who, "mean": texts.number(deviation.mean)])
    }
  }

  static func tell(_ outcome: ScheduleJourney.Outcome, _ console: Console) {
    let texts = console.texts
    for (trainee, dueOn, days) in outcome.overdue {
      console.say("cli.schedule.overdue", count: days, ["who": trainee.name.full, "date": texts.date(dueOn)])
    }
    for line in outcome.lines {
      console.say(
        "cli.schedule.row",
        [
          "who": line.trainee.name.full, "date": texts.fullDate(line.plan.day), "kind": texts.kind(line.plan.kind),
          "holder": line.holderName, "conversation": line.plan.conversation.description,
        ])
      if let moved = line.moved {
        console.item("schedule.moved", ["ideal": texts.date(line.ideal), "reason": texts.reason(moved)])
      }
    }
    for unplaced in outcome.unplaced { tell(unplaced, console) }
    console.say("cli.schedule.made", count: outcome.lines.count)
  }

  private static func tell(_ unplaced: ScheduleJourney.Unplaced, _ console: Console) {
    let who = unplaced.trainee.name.full
    switch unplaced.why {
    case .noDay(let ideal, let limit):
      console.say("schedule.unplaced." + limit.rawValue, ["who": who, "date": console.texts.date(ideal)])
    case .noHolder: console.say("schedule.unplaced.no_holder", ["who": who])
    case .waiting(let conversation, let day):
      console.say(
        "cli.schedule.unplaced.waiting",
        ["who": who, "date": console.texts.date(day), "conversation": conversation.description])
    }
  }
}

extension ScheduleText {
  static func document(_ rows: [ScheduleJourney.Row], _ today: CalendarDate) -> JSONValue {
    [
      "schema": "vakmatrix/schedule/1", "today": .date(today),
      "trainees": .array(
        rows.map { row in
          [
            "trainee": .string(row.trainee.id.text), "name": .string(row.trainee.name.full),
            "rhythm": .text(row.trainee.rhythm?.text), "dueOn": .date(row.regularity?.dueOn),
            "overdueDays": row.regularity.map { .int($0.overdueDays) } ?? .null,
            "meanDeviation": row.regularity?.deviation.map { .decimal($0.mean) } ?? .null,
            "largestDeviation": row.regularity?.deviation.map { .int($0.largest) } ?? .null,
            "planned": .array(row.planned.map { document($0.conversation.plan) }),
          ]
        }),
    ]
  }

  static func document(_ outcome: ScheduleJourney.Outcome, isDryRun: Bool) -> JSONValue {
    [
      "schema": "vakmatrix/schedule-plan/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "planned": .array(
        outcome.lines.map { line in
          document(line.plan).joined(by: [
            "trainee": .string(line.trainee.id.text), "ideal": .date(line.ideal), "moved": .text(line.moved?.code),
          ])
        }),
      "unplaced": .array(outcome.unplaced.map(document)),
      "overdue": .array(
        outcome.overdue.map { ["trainee": .string($0.trainee.id.text), "dueOn": .date($0.dueOn), "days": .int($0.days)] }),
    ]
  }

  private static func document(_ plan: ConversationPlan) -> JSONValue {
    [
      "conversation": .string(plan.conversation.description), "kind": .string(plan.kind.rawValue), "day": .date(plan.day),
      "time": .text(plan.time?.description), "minutes": .int(plan.minutes), "holder": .string(plan.holder.text),
    ]
  }

  private static func document(_ unplaced: ScheduleJourney.Unplaced) -> JSONValue {
    let (why, day): (String, CalendarDate?) =
      switch unplaced.why {
      case .noDay(let ideal, let limit): (limit.rawValue, ideal)
      case .noHolder: ("no_holder", nil)
      case .waiting(_, let day): ("waiting", day)
      }
    return ["trainee": .string(unplaced.trainee.id.text), "ideal": .date(day), "why": .string(why)]
  }
}

extension ConversationRegularity.Deviation {
  /// The mean in days with one decimal.
  fileprivate var mean: FixedDecimal { FixedDecimal(Double(meanInTenths) / 10, digits: 1) }
}
