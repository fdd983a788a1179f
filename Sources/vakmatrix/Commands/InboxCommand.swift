internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "Proposals, disagreements and questions that wait for a person.",
    subcommands: [List.self, Show.self, Accept.self, Refuse.self, AnswerQuestion.self], aliases: ["postvak"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Everything that waits.", aliases: ["lijst"])
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (items, company) = try InboxJourney.list(context)
      console.document(["schema": "vakmatrix/inbox/1", "items": .array(items.map { InboxText.document($0) })])
      for item in items { console.line(item.id + "  " + InboxText.line(item, company, console)) }
      console.say("cli.inbox.total", count: items.count)
      return .done
    }
  }

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "One item, with the lines of the forms.", aliases: ["toon"])
    @Argument(help: "The item, or a beginning of its name that fits one.")
    var item: String
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (item, company) = try InboxJourney.show(context, item)
      console.document(["schema": "vakmatrix/inbox/1", "items": .array([InboxText.document(item)])])
      console.line(item.id + "  " + InboxText.line(item, company, console))
      if case .question(_, _, let places, _) = item.content {
        for place in places {
          console.item("cli.inbox.place", ["file": place.file, "line": place.line.map(String.init) ?? "-", "path": place.path])
        }
      }
      console.line(console.texts.say("cli.inbox.how." + InboxText.kind(item), ["item": item.id]))
      return .done
    }
  }

  struct Accept: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Take a proposal over as your observation; settle a disagreement by a withdrawal.",
      aliases: ["neem-over"])
    @Argument(help: "The item, or a beginning of its name that fits one.")
    var item: String
    @Option(help: "The day it holds from (default the day of the proposal).")
    var on: String?
    @Option(help: "Why; a disagreement needs it.")
    var reason: String = ""
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let on = try on.map { text throws(Refusal) in try day(text) }
      InboxText.tell(try InboxJourney.accept(context, item, on: on, reason: trimmed(reason)), "accepted", console)
      return .done
    }
  }

  struct Refuse: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "refuse", abstract: "Refuse a proposal; dismiss a disagreement, so that the level stays.", aliases: ["weiger"])
    @Argument(help: "The item, or a beginning of its name that fits one.")
    var item: String
    @Option(help: "Why.")
    var reason: String = ""
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      InboxText.tell(try InboxJourney.refuse(context, item, reason: trimmed(reason)), "refused", console)
      return .done
    }
  }

  struct AnswerQuestion: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "answer", abstract: "Answer a question; remembered for that school unless --once.", aliases: ["beantwoord"])
    @Argument(help: "The item, or a beginning of its name that fits one.")
    var item: String
    @Argument(help: "Which trainee, task or level is meant, or skip to leave the lines out.")
    var value: String
    @Flag(help: "Only for the lines that wait now.")
    var once = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      InboxText.tell(try InboxJourney.answer(context, item, value: value, once: once), "answered", console)
      return .done
    }
  }
}
