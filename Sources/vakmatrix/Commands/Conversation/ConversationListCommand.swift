internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct List: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The conversations with a trainee, or with all of yours, held and planned.",
      aliases: ["lijst"])
    @Argument(help: "A trainee; without one everybody whose conversations you take part in.")
    var who: String?
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (rows, today) = try ShowConversationJourney.list(context, who: who)
      console.document(["schema": "vakmatrix/conversations/1", "conversations": .array(rows.map(document))])
      var table = TextTable([.leading, .leading, .leading, .leading, .leading])
      for row in rows {
        table.row([
          console.texts.date(row.day), row.trainee.name.full, console.texts.kind(row.kind),
          console.texts.say("conversation.state." + state(row, today)), row.conversation?.id.description ?? row.by,
        ])
      }
      for line in table.lines() { console.line(line) }
      if rows.isEmpty { console.say("cli.conversations.none") }
      return .done
    }

    private func state(_ row: ShowConversationJourney.Row, _ today: CalendarDate) -> String {
      guard let conversation = row.conversation else { return "told" }
      switch (conversation.state, conversation.acknowledgement) {
      case (.planned, _): return row.day < today ? "overdue" : "planned"
      case (.started, _): return "started"
      case (.cancelled, _): return "cancelled"
      case (.recorded, .none): return "recorded"
      case (.recorded, .seen): return "seen"
      case (.recorded, .agreed): return "agreed"
      case (.recorded, .changeAsked): return "change_asked"
      }
    }

    private func document(_ row: ShowConversationJourney.Row) -> JSONValue {
      let conversation = row.conversation
      let isHeld = conversation == nil || conversation?.heldOn != nil
      return [
        "conversation": .text(conversation?.id.description), "trainee": .string(row.trainee.id.text),
        "kind": .string(row.kind.rawValue), "day": .date(row.day), "held": .bool(isHeld),
        "ready": .texts((conversation?.ready ?? []).sorted().map(\.rawValue)), "by": .string(row.by),
        "shared": .bool(conversation?.versions.last?.isShared ?? false),
      ]
    }
  }
}
