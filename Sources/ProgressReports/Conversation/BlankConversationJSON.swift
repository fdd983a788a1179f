import CompetencyCore
public import Wording

extension BlankConversation {
  /// The form as a document for programs: ids are stable, texts in the chosen language.
  public func json(_ texts: Texts) -> JSONValue {
    [
      "schema": "vakmatrix/conversation-template/1", "id": .string(template.id), "version": .int(template.version),
      "kind": .string(template.kind.rawValue), "title": .string(texts.choose(template.title)),
      "minutes": .int(template.minutes),
      "preparation": .array(
        template.preparation.map { question in
          [
            "id": .string(question.id), "side": .string(question.side.rawValue),
            "question": .string(texts.choose(question.wording(inConversation: number))),
          ]
        }),
      "steps": .array(
        template.steps.map { step in
          [
            "id": .string(step.id), "title": .string(texts.choose(step.title)), "minutes": .int(step.minutes),
            "topics": .array(step.topics.map { .string($0.rawValue) }),
            "questions": .array(step.questions(inConversation: number).map { .string(texts.choose($0)) }),
          ]
        }),
      "contacts": .array(
        template.contacts.map { contact in
          [
            "id": .string(contact.id), "name": .string(texts.choose(contact.name)),
            "purpose": .string(texts.choose(contact.purpose)), "reach": contact.reach.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }
}
