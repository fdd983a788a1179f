internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationForm<ConversationDraft> {
  /// The file of a record: text for people, JSON for programs.
  static func record(
    _ console: Console, on day: CalendarDate?, _ show: @escaping () throws(Refusal) -> PrepareJourney.Outcome
  ) -> Self {
    Self(
      blank: { () throws(Refusal) in RecordFile.blank(try RecordSheet(try show(), console, on: day)) },
      read: { (bytes, file) throws(Refusal) in
        let isJSON = Array(file.utf8).suffix(5).elementsEqual(".json".utf8) || RecordDocument.isJSON(bytes)
        return isJSON ? RecordDocument.read(bytes, file: file) : RecordFile.read(bytes, file: file)
      })
  }
}

extension ConversationForm<PreparationDraft> {
  /// The file of a preparation; what already stood in it is not answered again.
  static func preparation(
    _ console: Console, _ questions: [(id: String, text: String)], of shown: PrepareJourney.Outcome
  ) -> Self {
    let known = questions.map(\.id)
    let blank = PreparationFile.blank(
      title: console.texts.say("record_file.prepare_title", shown.titleValues(on: shown.conversation.plan.day, console.texts)),
      note: console.texts.say("record_file.prepare_note"), questions: questions, answers: shown.own)
    let before = PreparationFile.read(blank, file: "", knownQuestions: known).draft.answers
    return Self(
      blank: { () throws(Refusal) in blank },
      read: { (bytes, file) throws(Refusal) in
        var (draft, problems) = PreparationFile.read(bytes, file: file, knownQuestions: known)
        draft.answers.removeAll { answer in
          before.contains { sameBytes($0.question, answer.question) && sameBytes($0.words.value, answer.words.value) }
        }
        return (draft, problems)
      })
  }
}

extension RecordSheet {
  /// What is known of a conversation before it is written down.
  init(_ shown: PrepareJourney.Outcome, _ console: Console, on day: CalendarDate?) throws(Refusal) {
    let texts = console.texts
    let heldOn = day ?? shown.heldOn
    let template = try console.folders.conversationTemplate(shown.conversation.plan.template)
    let words = shown.words
    func open(_ id: String, _ words: String, _ owner: PersonID?, _ due: CalendarDate?) -> Open {
      let parts = [words, owner.flatMap { shown.company.name(of: $0)?.given } ?? "", due.map(texts.date) ?? ""]
      return Open(id: id, words: parts.filter { !$0.isEmpty }.joined(separator: " | "))
    }
    self.init(
      title: texts.say("record_file.title", shown.titleValues(on: heldOn, texts)), heldOn: heldOn,
      next: shown.next.map { next in
        let time = next.time.map { ", " + $0.description } ?? ""
        return texts.say("record_file.next", ["date": texts.fullDate(next.day) + time])
      } ?? "",
      agreements: words.agreements.filter(\.agreement.isOpen).map { agreement, words in
        open(agreement.id.description, words, agreement.owner.person(of: shown.trainee), agreement.dueOn)
      },
      goals: words.goals.filter(\.goal.isOpen).map { Open(id: $0.id.description, words: $1) },
      obstacles: words.obstacles.filter { $0.obstacle.endedOn == nil }.map { obstacle, words in
        open(obstacle.id.description, words, obstacle.obstacle.owner, obstacle.obstacle.firstSeenOn)
      },
      sections: template.sections(texts.language, number: shown.number).map {
        Section(title: $0.title, topics: $0.topics, questions: $0.questions)
      },
      notes: Dictionary(uniqueKeysWithValues: Note.allCases.map { ($0, texts.say("record_file.note." + $0.rawValue)) }))
  }
}

extension PrepareJourney.Outcome {
  /// The day on which it was held, as far as it is known: never one that lies ahead.
  fileprivate var heldOn: CalendarDate {
    switch conversation.state {
    case .started(let day), .recorded(let day): day
    case .planned, .cancelled: min(conversation.plan.day, today)
    }
  }

  fileprivate func titleValues(on day: CalendarDate, _ texts: Texts) -> [String: String] {
    [
      "kind": texts.kind(conversation.plan.kind), "who": trainee.name.full, "date": texts.fullDate(day), "holder": holderName,
      "conversation": conversation.id.description,
    ]
  }
}
