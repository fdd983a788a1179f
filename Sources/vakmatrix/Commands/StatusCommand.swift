internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct StatusCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What needs attention now.", aliases: ["overzicht"])

  /// How many who are behind are named.
  private static let most = 5

  @OptionGroup var actor: ActingOptions
  @OptionGroup var common: CommonOptions
  var acting: String? { actor.acting }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let outcome = try StatusJourney.run(context)
    console.document(document(outcome))
    let texts = console.texts
    console.say(
      "cli.status.head", count: outcome.trainees,
      ["date": texts.fullDate(outcome.today), "week": texts.week(of: outcome.today), "teams": texts.list(outcome.teams)])
    if outcome.hasInbox {
      console.say(
        "cli.status.inbox",
        ["questions": "\(outcome.questions)", "disagreements": "\(outcome.disagreements)", "proposals": "\(outcome.proposals)"])
    }
    console.say("cli.status.agreements", count: outcome.agreementsOverdue)
    if outcome.conversationsThisWeek > 0 {
      console.say("cli.status.conversations", count: outcome.conversationsThisWeek)
    }
    if outcome.conversationsOverdue > 0 {
      console.say("cli.status.conversations_overdue", count: outcome.conversationsOverdue)
    }
    console.say("cli.status.stale", count: outcome.stale)
    if outcome.seesTeam {
      console.say("cli.status.nobody", count: outcome.nobody.count)
      for (team, task) in outcome.nobody {
        console.item("cli.status.task", ["team": team, "task": task.code.text, "title": task.title])
      }
      console.say("cli.status.one_person", count: outcome.onePerson.count)
    }
    console.say("cli.status.behind", count: outcome.behind.count)
    for (trainee, tasks) in outcome.behind.prefix(Self.most) {
      console.item("cli.status.behind_line", count: tasks, ["who": trainee.name.full])
    }
    if outcome.behind.count > Self.most { console.item("report.and_more", ["count": "\(outcome.behind.count - Self.most)"]) }
    return .done
  }

  private func document(_ outcome: StatusJourney.Outcome) -> JSONValue {
    let places = { (places: [(team: String, task: WorkTask)]) -> JSONValue in
      .array(places.map { ["team": .string($0.team), "task": .string($0.task.code.text)] })
    }
    return [
      "schema": "vakmatrix/status/1", "date": .date(outcome.today), "trainees": .int(outcome.trainees),
      "teams": .texts(outcome.teams), "questions": .int(outcome.questions), "disagreements": .int(outcome.disagreements),
      "proposals": .int(outcome.proposals), "agreementsOverdue": .int(outcome.agreementsOverdue), "stale": .int(outcome.stale),
      "nobody": places(outcome.nobody), "onePerson": places(outcome.onePerson),
      "conversationsThisWeek": .int(outcome.conversationsThisWeek),
      "conversationsOverdue": .int(outcome.conversationsOverdue),
      "behind": .array(outcome.behind.map { ["trainee": .string($0.trainee.id.text), "tasks": .int($0.tasks)] }),
    ]
  }
}
