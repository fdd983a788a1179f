internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct Evaluate: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "evaluate",
      abstract: "Close a profile: plan against actual, lessons, what comes next; or a team's conversations.",
      discussion: """
        Example: vakmatrix conversation evaluate sanne --lesson "Eerst TIG, dan pas MIG in positie" --by ineke
                 vakmatrix conversation evaluate --team noord --by ineke
        """, aliases: ["evalueer"])
    @Argument(help: "A trainee.")
    var who: String?
    @Option(help: "What was learned, kept with the profile for who follows it next.")
    var lesson: String = ""
    @Option(help: "Instead: how good the conversations of this team were, in counts, from five conversations on.")
    var team: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      if let team {
        QualityText.tell(try EvaluateJourney.quality(context, team: team), console)
        return .done
      }
      guard let who else {
        throw Refusal(.usage, .value_not_understood, values: ["option": "WHO", "value": "", "expected": "WHO | --team TEAM"])
      }
      let outcome = try EvaluateJourney.run(context, who: who, lesson: trimmed(lesson))
      console.document(document(outcome))
      if isDryRun { console.say("cli.dry_run") }
      tell(outcome, console)
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
      return .done
    }

    private func tell(_ outcome: EvaluateJourney.Outcome, _ console: Console) {
      let (evaluation, texts) = (outcome.evaluation, console.texts)
      func name(_ task: TaskCode) -> String { task.text + (outcome.company.tasks[task].map { " " + $0.title } ?? "") }
      console.say("cli.evaluate.head", ["who": outcome.trainee.name.full, "profile": outcome.profile.title])
      if let day = evaluation.reachedOn {
        console.say("cli.evaluate.reached", ["date": texts.date(day)])
      } else {
        console.say(
          "cli.evaluate.remaining", count: evaluation.remaining.count,
          ["list": texts.list(evaluation.remaining.prefix(8).map(\.text)), "total": "\(evaluation.tasks.count)"])
      }
      console.say("cli.evaluate.conversations", count: evaluation.conversations)
      var table = TextTable([.leading, .leading, .leading, .leading, .trailing, .trailing])
      table.row(["task", "planned", "taught", "mastered", "late", "seen"].map { texts.say("cli.evaluate.column." + $0) })
      for task in evaluation.tasks {
        table.row([
          name(task.task), task.plannedOn.map(texts.date) ?? "–", task.aangeleerdOn.map(texts.date) ?? "–",
          task.beheerstOn.map(texts.date) ?? "–", task.daysLate.map { "\($0)" } ?? "–", "\(task.observations)",
        ])
      }
      for line in table.lines(indent: "  ") { console.line(line) }
      if !evaluation.longest.isEmpty {
        let list = evaluation.longest.map { task in
          texts.say("cli.evaluate.days", count: task.daysToBeheerst ?? 0, ["task": task.task.text])
        }
        console.say("cli.evaluate.longest", ["list": texts.list(list)])
      }
      for lesson in outcome.lessons { console.say("cli.evaluate.lesson", ["words": lesson]) }
      for ambition in outcome.ambitions {
        console.line(texts.say("report.conversation.ambition_" + ambition.of.rawValue) + ": " + CleanText.cleaned(ambition.words))
      }
      for next in evaluation.next.prefix(3) {
        console.say(
          "cli.evaluate.next", count: next.gap.count,
          ["profile": next.title, "reached": "\(next.reached)", "list": texts.list(next.gap.prefix(5).map(\.text))])
      }
    }

    private func document(_ outcome: EvaluateJourney.Outcome) -> JSONValue {
      let evaluation = outcome.evaluation
      return [
        "schema": "vakmatrix/evaluation/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
        "trainee": .string(outcome.trainee.id.text), "profile": .string(outcome.profile.id.text),
        "reachedOn": .date(evaluation.reachedOn), "conversations": .int(evaluation.conversations),
        "remaining": .texts(evaluation.remaining.map(\.text)),
        "tasks": .array(
          evaluation.tasks.map { task in
            [
              "task": .string(task.task.text), "plannedOn": .date(task.plannedOn), "aangeleerdOn": .date(task.aangeleerdOn),
              "beheerstOn": .date(task.beheerstOn), "reachedOn": .date(task.reachedOn),
              "daysLate": task.daysLate.map(JSONValue.int) ?? .null, "observations": .int(task.observations),
              "daysToAangeleerd": task.daysToAangeleerd.map(JSONValue.int) ?? .null,
              "daysToBeheerst": task.daysToBeheerst.map(JSONValue.int) ?? .null,
            ]
          }),
        "longest": .texts(evaluation.longest.map(\.task.text)), "lessons": .texts(outcome.lessons),
        "next": .array(
          evaluation.next.map {
            ["profile": .string($0.profile.text), "reached": .int($0.reached), "gap": .texts($0.gap.map(\.text))]
          }),
      ]
    }
  }
}

/// Tells the quality of a team's conversations: counts, never about a person.
private enum QualityText {
  static func tell(_ quality: EvaluateJourney.TeamQuality, _ console: Console) {
    console.document(
      [
        "schema": "vakmatrix/conversation-quality/1", "team": .string(quality.team), "conversations": .int(quality.count),
        "quarters": .array(
          quality.quarters.map { quarter in
            let found = quarter.quality
            return [
              "from": .date(quarter.first), "through": .date(quarter.last), "conversations": .int(found.count),
              "bothPrepared": share(found.bothPrepared), "withoutJudging": share(found.withoutJudging),
              "followedUp": share(found.followedUp), "regular": share(found.regular),
              "usefulForTrainees": share(found.useful[.medewerker]), "usefulForMentors": share(found.useful[.begeleider]),
            ]
          }),
      ])
    console.say("cli.quality.head", count: quality.count, ["team": quality.team])
    for (first, last, found) in quality.quarters {
      console.say(
        "cli.quality.quarter", count: found.count,
        ["from": console.texts.date(first), "through": console.texts.date(last)])
      let shares = [
        ("both_prepared", found.bothPrepared), ("without_judging", found.withoutJudging), ("followed_up", found.followedUp),
        ("regular", found.regular), ("useful_medewerker", found.useful[.medewerker]),
        ("useful_begeleider", found.useful[.begeleider]),
      ]
      for (key, share) in shares {
        guard let share, share.whole > 0 else { continue }
        console.item("cli.quality." + key, ["part": "\(share.part)", "whole": "\(share.whole)"])
      }
    }
    if quality.quarters.isEmpty { console.say("cli.quality.too_few", ["least": "\(ConversationQuality.least)"]) }
  }

  private static func share(_ share: ConversationQuality.Share?) -> JSONValue {
    guard let share else { return .null }
    return ["part": .int(share.part), "whole": .int(share.whole)]
  }
}
