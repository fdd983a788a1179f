internal import CompetencyCore
internal import CompetencyStore

/// The forms that count, as the acting person meets them: those of visible trainees, and for who answers questions also those of
/// which it is still asked whose they are.
struct FormDesk {
  let situation: Situation
  /// The forms that the acting person may see, the latest day first.
  let forms: [(form: CountingForm, trainee: Trainee?)]
  private let waiting: [DecisionKey: InboxItem]
  private let asked: [ReadingID: [(position: Int?, item: InboxItem?)]]
  private let senders: [SenderKey: String]
  private let read: [ReceivedFormID: PageView]

  init(_ situation: Situation) throws {
    self.situation = situation
    forms = Self.forms(in: situation)
    let items = try Inbox(situation).items
    var (waiting, answerable): ([DecisionKey: InboxItem], [QuestionKey: InboxItem]) = ([:], [:])
    for item in items {
      switch item.content {
      case .proposal(let statement, _, _), .disagreement(let statement, _, _):
        if let key = statement.decisionKey { waiting[key] = item }
      case .question(let question, _, _, _): answerable[question.key] = item
      }
    }
    var asked: [ReadingID: [(position: Int?, item: InboxItem?)]] = [:]
    for question in situation.knowledge.questions {
      for asker in question.askers { asked[asker.reading, default: []].append((asker.position, answerable[question.key])) }
    }
    (self.waiting, self.asked) = (waiting, asked)
    senders = try situation.reader.senderNames()
    read = Dictionary(
      try situation.reader.formReadings().compactMap { view in
        FormReadMark.form(of: view.page).map { ($0, view) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func forms(in situation: Situation) -> [(form: CountingForm, trainee: Trainee?)] {
    let (knowledge, visible) = (situation.knowledge, situation.access.visibleTrainees)
    let answers = situation.access.may(.answer)
    return knowledge.forms.compactMap { form -> (form: CountingForm, trainee: Trainee?)? in
      guard let id = knowledge.trainee(of: form.reading) else { return answers ? (form, nil) : nil }
      return visible.contains(id) ? (form, situation.company.trainees[id]) : nil
    }.sorted { one, other in
      let (first, second) = (one.form.reading, other.form.reading)
      return first.identity.heldOn != second.identity.heldOn
        ? first.identity.heldOn > second.identity.heldOn : first.id < second.id
    }
  }

  /// The form with this name.
  ///
  /// - Throws: ``Refusal``, the same for one that is not there and for one about somebody whom the acting person may not see.
  func find(_ typed: String) throws(Refusal) -> (form: CountingForm, trainee: Trainee?) {
    let id = ReceivedFormID(typed: typed)
    guard let found = forms.first(where: { $0.form.reading.id == id?.fact }) else {
      throw Refusal(.notFound, .item_not_found, values: ["item": typed])
    }
    return found
  }

  /// The form as a list tells it.
  func summary(of form: CountingForm, _ trainee: Trainee?) -> ReceivedForm {
    let (reading, name) = (form.reading, ReceivedFormID(form.reading.id))
    return ReceivedForm(
      id: name, formID: reading.identity.formID, sender: senders[reading.identity.sender] ?? reading.identity.sender.text,
      heldOn: reading.identity.heldOn, trainee: trainee, lineCount: reading.lines.count,
      waiting: Set(items(of: form, trainee).map(\.id)).count, questions: asked[reading.id]?.count ?? 0,
      read: read[name].map { (situation.company.name(of: $0.viewer)?.full ?? $0.viewer.text, $0.seenOn) })
  }

  /// What waits for a decision in a form.
  func items(of form: CountingForm, _ trainee: Trainee?) -> [InboxItem] {
    guard let trainee else { return [] }
    return form.reading.lines.compactMap { key(of: $0, in: form.reading, trainee).flatMap { waiting[$0] } }
  }

  /// The content by which a line of a form is decided about; nil while its task or level is asked, and without a level.
  func key(of line: ReadLine, in reading: FormReading, _ trainee: Trainee) -> DecisionKey? {
    guard let task = situation.knowledge.task(of: line, in: reading),
      case .level(let level) = situation.knowledge.judgement(of: line, in: reading)
    else { return nil }
    return DecisionKey(
      trainee: trainee.id, task: task, level: level, seenOn: line.seenOn, role: line.role, sender: reading.identity.sender)
  }

  /// The agreements that a form states and that stand, for who may read their words; empty for all others.
  func agreements(of form: CountingForm, _ trainee: Trainee?) -> [StandingAgreement] {
    guard let trainee, situation.access.readsWords(of: trainee) else { return [] }
    let ids = form.reading.agreements.map {
      AgreementID.school(SchoolAgreementID(subject: form.reading.identity.subject, id: $0.id))
    }
    return situation.knowledge.agreements(of: trainee.id, asOf: situation.today).filter { ids.contains($0.id) }
  }

  /// The questions that a line asks, or with position nil the form as a whole.
  func questions(of reading: FormReading, at position: Int?) -> [InboxItem?] {
    (asked[reading.id] ?? []).filter { $0.position == position }.map(\.item)
  }

  func waitingItem(_ key: DecisionKey) -> InboxItem? { waiting[key] }
}

/// How it is kept that somebody read a form to the end: as a look at a page of its own.
enum FormReadMark {
  /// What stands before the form's name.
  static let prefix = "form_read "

  static func page(of form: ReceivedFormID) -> String { prefix + form.description }

  static func form(of page: String) -> ReceivedFormID? {
    ReceivedFormID(typed: String(decoding: page.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
  }
}
