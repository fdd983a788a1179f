public import CompetencyCore
import Wording

/// An empty form of a conversation, to fill in by pen: what both sides prepare, the steps, and room for agreements.
public struct BlankConversation: Sendable {
  /// The template that it is a form of.
  public let template: ConversationTemplate
  /// Which conversation with this template it is, from 1; it chooses the questions.
  public let number: Int

  /// An empty form.
  public init(_ template: ConversationTemplate, number: Int = 1) { (self.template, self.number) = (template, number) }
}

/// What stands on an empty form, in words.
struct BlankConversationWording {
  let form: BlankConversation
  let texts: Texts
  private var template: ConversationTemplate { form.template }

  init(_ form: BlankConversation, _ texts: Texts) { (self.form, self.texts) = (form, texts) }

  var title: String { texts.choose(template.title) }
  var minutes: String { texts.say("blank.minutes", count: template.minutes) }
  var version: String { texts.say("blank.version", ["id": template.id, "version": String(template.version)]) }

  /// What a side thinks over before.
  func questions(of side: ConversationSide) -> [String] {
    template.preparation(of: side).map { texts.choose($0.wording(inConversation: form.number)) }
  }

  func preparation(of side: ConversationSide) -> String { texts.say("blank.preparation." + side.rawValue) }

  var steps: [(title: String, minutes: String, topics: String, questions: [String])] {
    template.steps.map { step in
      (
        texts.choose(step.title), texts.say("blank.minutes", count: step.minutes),
        step.topics.map(texts.topic).joined(separator: " · "),
        step.questions(inConversation: form.number).map(texts.choose)
      )
    }
  }

  var contacts: [(name: String, purpose: String)] {
    template.contacts.map { contact in
      let purpose = texts.choose(contact.purpose)
      return (texts.choose(contact.name), contact.reach.map { purpose + ": " + $0 } ?? purpose)
    }
  }
}
