internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ConversationCommand {
  struct Hold: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold", abstract: "Begin the conversation: old agreements first, then the steps with what both prepared.",
      discussion: "It may be typed again: it shows the same. Write down with: vakmatrix conversation record WHO --edit",
      aliases: ["voer"])
    @Argument(help: "A trainee, or a conversation such as c-0031.1.")
    var who: String
    @Option(help: "The day on which it begins (default today).")
    var on: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let on = try on.map { text throws(Refusal) in try day(text) }
      let outcome = try HoldJourney.start(context, who: who, on: on)
      let shown = outcome.conversation
      console.document(ConversationDocument.preparation(shown, console.texts, isDryRun: isDryRun))
      if isDryRun { console.say("cli.dry_run") }
      let template = try console.folders.conversationTemplate(shown.conversation.plan.template)
      console.say(
        "cli.hold.head",
        ["who": shown.trainee.name.full, "minutes": "\(shown.conversation.plan.minutes)", "holder": shown.holderName])
      oldAgreements(shown, console)
      let wording = OpenerWording(shown.opener, console.texts, today: shown.today, label: shown.label)
      let sentences = wording.sentences
      for (number, section) in template.sections(console.texts.language, number: shown.number).enumerated() {
        console.line("")
        console.say(
          "cli.hold.step", ["number": "\(number + 1)", "title": section.title, "minutes": "\(section.minutes)"])
        for (kind, sentence) in sentences where kind.map({ section.topics.map(\.rawValue).contains($0.topic) }) ?? (number == 0) {
          console.line("  · " + sentence)
        }
        for question in section.questions { console.line("  ? " + question) }
      }
      console.line("")
      prepared(shown, console)
      console.say("cli.hold.next", ["trainee": shown.trainee.id.text])
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
      return .done
    }

    /// Step one, always: what was agreed the last time.
    private func oldAgreements(_ shown: PrepareJourney.Outcome, _ console: Console) {
      let open = shown.words.agreements.filter(\.agreement.isOpen)
      let all = shown.words.agreements.map(\.agreement)
      console.say("cli.hold.agreements", count: open.count)
      for (agreement, words) in open {
        let owner = agreement.owner.person(of: shown.trainee).flatMap { shown.company.name(of: $0)?.given } ?? ""
        let due = agreement.dueOn.map(console.texts.date) ?? console.texts.say("report.no_day")
        let times = Knowledge.lineage(of: agreement, in: all).reduce(0) { $0 + $1.timesCarried }
        console.item(
          times > 0 ? "cli.agreement.carried" : "cli.agreement.line",
          [
            "agreement": agreement.id.description, "words": words, "owner": owner, "due": due,
            "times": "\(times)",
          ])
      }
    }

    private func prepared(_ shown: PrepareJourney.Outcome, _ console: Console) {
      guard shown.other != nil else {
        console.say("cli.prepare.sealed", ["name": shown.trainee.name.given])
        return
      }
      for (name, words) in [(shown.trainee.name.given, side(.medewerker, shown)), (shown.holderName, side(.begeleider, shown))] {
        console.say(words.isEmpty ? "cli.prepare.other_empty" : "cli.prepare.other", ["name": name])
        for (question, body) in words.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
          console.line("  " + question)
          for line in CleanText.lines(body) { console.line("      " + line) }
        }
      }
    }

    private func side(_ side: ConversationSide, _ shown: PrepareJourney.Outcome) -> [String: String] {
      side == shown.side ? shown.own : shown.other ?? [:]
    }
  }
}
