internal import CompetencyCore
internal import Journeys
internal import Wording

/// Tells what schools' forms say of a conversation.
enum FormConversationText {
  /// Tells it to people, or as a document.
  static func tell(_ conversations: [FormConversation], _ console: Console) {
    console.document(
      ["schema": "vakmatrix/form-conversations/1", "conversations": .array(conversations.map { document($0) })])
    let texts = console.texts
    for conversation in conversations {
      console.say(
        "cli.form_conversation.head",
        [
          "kind": texts.kind(conversation.kind), "who": conversation.trainee.name.full,
          "date": texts.fullDate(conversation.heldOn), "sender": conversation.sender,
        ])
      for topic in conversation.topics {
        let title = ConversationTopic(rawValue: topic.code).map(texts.topic) ?? topic.code
        console.line(title + (topic.contributedBy.map { " (" + texts.role($0) + ")" } ?? ""))
        for line in CleanText.lines(topic.words) { console.line("  " + line) }
      }
      for (agreement, words) in conversation.agreements {
        console.item(
          "cli.agreement.line",
          [
            "agreement": agreement.id.description, "words": words,
            "owner": agreement.owner.role(of: conversation.trainee).map(texts.role) ?? "",
            "due": agreement.dueOn.map(texts.date) ?? texts.say("report.no_day"),
          ])
      }
    }
  }

  private static func document(_ conversation: FormConversation) -> JSONValue {
    [
      "day": .date(conversation.heldOn), "kind": .string(conversation.kind.rawValue),
      "trainee": .string(conversation.trainee.id.text), "sender": .string(conversation.sender),
      "topics": .array(
        conversation.topics.map {
          ["code": .string($0.code), "by": .text($0.contributedBy?.rawValue), "text": .string($0.words)]
        }),
      "agreements": .array(
        conversation.agreements.map { ["id": .string($0.agreement.id.description), "text": .string($0.words)] }),
    ]
  }
}
