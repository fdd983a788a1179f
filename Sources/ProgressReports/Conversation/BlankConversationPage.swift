public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/blank-conversation.mustache`: one sheet of A4, ready to print.
struct BlankConversationPage: Sendable {
  struct Side: Sendable {
    let title: String
    let questions: [String]
  }
  struct Step: Sendable {
    let number, title, minutes, topics: String
    let questions: [String]
  }
  struct Contact: Sendable { let name, purpose: String }

  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let title, minutes, version: String
  let sides: [Side]
  let steps: [Step]
  let contacts: [Contact]
  let hasContacts: Bool
}

extension BlankConversationPage {
  init(_ wording: BlankConversationWording, style: HTMLFragment) {
    words = wording.texts.words(under: "blank.")
    (language, self.style) = (wording.texts.language.rawValue, style)
    (title, minutes, version) = (wording.title, wording.minutes, wording.version)
    sides = ConversationSide.allCases.map { Side(title: wording.preparation(of: $0), questions: wording.questions(of: $0)) }
    steps = wording.steps.enumerated().map { number, step in
      Step(
        number: String(number + 1), title: step.title, minutes: step.minutes, topics: step.topics, questions: step.questions)
    }
    contacts = wording.contacts.map { Contact(name: $0.name, purpose: $0.purpose) }
    hasContacts = !wording.contacts.isEmpty
  }

  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> BlankConversationPage {
    let text = "…"
    return BlankConversationPage(
      words: texts.words(under: "blank."), language: text, style: HTMLBuilder().fragment, title: text, minutes: text,
      version: text, sides: [Side(title: text, questions: [text])],
      steps: [Step(number: text, title: text, minutes: text, topics: text, questions: [text])],
      contacts: [Contact(name: text, purpose: text)], hasContacts: true)
  }
}

extension BlankConversation {
  /// The empty form as a page for screen and paper.
  public func html(_ texts: Texts, folders: TemplateFolders) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let template = try HTMLTemplate("Reports/blank-conversation.mustache", folders: folders)
    return try template.document(of: BlankConversationPage(BlankConversationWording(self, texts), style: style))
  }
}
