internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct Record: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "Write down what was said: topics, agreements, levels that were seen, the next day.",
      discussion: """
        Type it as options, fill in the file that --edit opens, or give a filled file with --file. Example:
        vakmatrix conversation record sanne --by mo --topic knelpunten="Wachten op de kantbank" \\
          --agreement "Kantbanktijd regelen | mo | 4-12-2026" --level LAS-02=beheerst@16-12-2026 --next 22-1-2027
        """, aliases: ["leg-vast"])
    @Argument(help: "A trainee, or a conversation such as c-0031.1.")
    var who: String
    @Option(help: "The day on which it was held (default: when it began).")
    var on: String?
    @Flag(help: "It was held without being planned.")
    var unplanned = false
    @Option(help: "With --unplanned: the template (default voortgangsgesprek).")
    var template: String = "voortgangsgesprek"
    @OptionGroup var typed: RecordOptions
    @OptionGroup var file: ConversationFileOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let heldOn = try on.map { text throws(Refusal) in try day(text) }
      let form = ConversationForm.record(console, on: heldOn) { () throws(Refusal) in
        guard unplanned else { return try PrepareJourney.show(context, who: who) }
        let held = PlanConversationJourney.Template(try console.folders.conversationTemplate(template))
        return try PrepareJourney.unplanned(context, who: who, held, on: heldOn)
      }
      let desk = ConversationFileDesk(console: console, database: common.databasePath, isDryRun: isDryRun)
      return try file.take(form, on: desk) { written throws(Refusal) in
        var draft = written ?? ConversationDraft()
        draft.heldOn = heldOn ?? draft.heldOn
        try typed.add(to: &draft)
        return try book(draft, context, console)
      }
    }

    private func book(
      _ draft: ConversationDraft, _ context: JourneyContext, _ console: Console
    ) throws(Refusal) -> ExitStatus {
      let held = try unplanned ? PlanConversationJourney.Template(console.folders.conversationTemplate(template)) : nil
      let outcome = try RecordConversationJourney.run(context, who: who, draft, unplanned: held)
      console.document(ConversationDocument.record(outcome, isDryRun: isDryRun))
      if isDryRun { console.say("cli.dry_run") }
      tell(outcome, draft, console)
      return .done
    }

    private func tell(
      _ outcome: RecordConversationJourney.Outcome, _ draft: ConversationDraft, _ console: Console
    ) {
      let texts = console.texts
      let values = ["who": outcome.trainee.name.full, "date": texts.fullDate(outcome.heldOn), "trainee": outcome.trainee.id.text]
      console.say(outcome.isChange ? "cli.record.changed" : "cli.record.done", values)
      for made in outcome.agreements {
        console.item(
          made.agreement.dueOn == nil ? "cli.record.agreement" : "cli.record.agreement_by",
          [
            "agreement": made.agreement.name.description, "words": made.words, "owner": made.owner,
            "date": made.agreement.dueOn.map(texts.date) ?? "",
          ])
      }
      if outcome.closed > 0 { console.item("cli.record.closed", count: outcome.closed) }
      if outcome.levels > 0 { console.item("cli.record.levels", count: outcome.levels) }
      if !outcome.untouched.isEmpty {
        console.item(
          "cli.record.untouched", count: outcome.untouched.count,
          ["list": texts.list(outcome.untouched.map(\.id.description))])
      }
      for hint in RecordHints.hints(draft, console) { console.item("cli.record.hint", ["hint": hint]) }
      console.item(outcome.isShared ? "cli.record.shared" : "cli.record.not_shared", values)
      if let next = outcome.next {
        console.item(
          "cli.record.next",
          [
            "date": texts.fullDate(next.day) + (next.time.map { ", " + $0.description } ?? ""),
            "conversation": "\(next.conversation)",
          ])
      } else {
        console.item("cli.record.no_next", values)
      }
      console.item("cli.record.seen", values)
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
    }
  }
}
