internal import CompetencyCore
internal import ProgressReports
internal import Wording

// A template as commands use it: in one language, for one conversation.
extension ConversationTemplate {
  /// The questions that a side prepares.
  func questions(for side: ConversationSide, _ language: Language, number: Int) -> [(id: String, text: String)] {
    preparation(of: side).map { ($0.id, $0.wording(inConversation: number).said(in: language)) }
  }

  /// A step of a conversation as people see it.
  struct Section {
    let title: String
    let minutes: Int
    let topics: [ConversationTopic]
    let questions: [String]
  }

  /// The steps of a conversation.
  func sections(_ language: Language, number: Int) -> [Section] {
    steps.map { step in
      Section(
        title: step.title.said(in: language), minutes: step.minutes, topics: step.topics,
        questions: step.questions(inConversation: number).map { $0.said(in: language) })
    }
  }

  /// The empty form in a format.
  func blank(_ format: ReportFormat, _ console: Console) throws(Refusal) -> [UInt8] {
    let form = BlankConversation(self)
    return switch format {
    case .html: try form.html(console.texts, folders: console.folders)
    case .json: form.json(console.texts).line
    case .txt, .csv, .xml: form.text(console.texts)
    }
  }
}

extension BilingualText {
  /// The text in a language.
  func said(in language: Language) -> String { language == .nl ? nl : en }
}
