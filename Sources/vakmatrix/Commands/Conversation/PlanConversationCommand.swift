internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct Plan: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan", abstract: "Plan the next conversation with a trainee, move it, or call it off.",
      discussion: "Without --on the rhythm of the trainee gives the day. Example: vakmatrix conversation plan sanne --by mo")
    @Argument(help: "A trainee, or with --move or --cancel a conversation such as c-0031.1.")
    var who: String
    @Option(help: "The day (default: what the rhythm gives).")
    var on: String?
    @Option(help: "The time, 10.00.")
    var at: String?
    @Option(help: "How long, in minutes (default: what the template suggests).")
    var minutes: Int?
    @Option(help: "The template (default voortgangsgesprek, or that of the conversation that is moved).")
    var template: String?
    @Option(help: "Who holds it (default you).")
    var holder: String?
    @Flag(help: "Move the conversation that is planned already.")
    var move = false
    @Flag(help: "Call the conversation that is planned off.")
    var cancel = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let outcome = try cancel ? PlanConversationJourney.cancel(context, who: who) : plan(context, console)
      console.document(document(outcome))
      if isDryRun { console.say("cli.dry_run") }
      let plan = outcome.plan
      let texts = console.texts
      let values = [
        "who": outcome.trainee.name.full, "kind": texts.kind(plan.kind),
        "date": texts.fullDate(plan.day) + (plan.time.map { ", " + $0.description } ?? ""), "minutes": "\(plan.minutes)",
        "holder": outcome.holderName, "conversation": plan.conversation.description,
        "before": outcome.before.map { texts.date($0.day) } ?? "", "trainee": outcome.trainee.id.text,
      ]
      console.say(cancel ? "cli.plan.cancelled" : outcome.before == nil ? "cli.plan.done" : "cli.plan.moved", values)
      if !cancel { console.say("cli.plan.next", values) }
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
      return .done
    }

    private func plan(_ context: JourneyContext, _ console: Console) throws(Refusal) -> PlanConversationJourney.Outcome {
      var request = PlanConversationJourney.Request(
        template: .init(try console.folders.conversationTemplate(template ?? "voortgangsgesprek")))
      request.choosesTemplate = template != nil
      request.day = try on.map { text throws(Refusal) in try day(text) }
      request.time = try at.map { text throws(Refusal) in
        guard let time = TimeOfDay(typed: text) else {
          throw Refusal(.usage, .value_not_understood, values: ["option": "--at", "value": text, "expected": "10.00"])
        }
        return time
      }
      if let minutes, !PlanConversationJourney.possibleMinutes.contains(minutes) {
        throw Refusal(.usage, .value_not_understood, values: ["option": "--minutes", "value": "\(minutes)", "expected": "5–240"])
      }
      (request.minutes, request.holder, request.isMove) = (minutes, holder, move)
      return try PlanConversationJourney.plan(context, who: who, request)
    }

    private func document(_ outcome: PlanConversationJourney.Outcome) -> JSONValue {
      [
        "schema": "vakmatrix/conversation-plan/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
        "trainee": .string(outcome.trainee.id.text), "conversation": .string(outcome.plan.conversation.description),
        "kind": .string(outcome.plan.kind.rawValue), "day": .date(outcome.plan.day),
        "time": .text(outcome.plan.time?.description),
        "minutes": .int(outcome.plan.minutes), "holder": .string(outcome.plan.holder.text), "cancelled": .bool(cancel),
        "before": .date(outcome.before?.day),
      ]
    }
  }
}
