/// The answers that are live; of two to one question the later booking counts.
struct LiveAnswers {
  private let answers: [QuestionKey: [Answer]]

  init(_ all: [Answer], live: LiveBookings) {
    answers = Dictionary(grouping: all.filter { live.contains($0.id.booking) }, by: \.question)
  }

  /// The answer to what a form asked that was read before it; what came in later was read with the answer, or asks anew.
  func answer(to question: QuestionKey, for reading: ReadingID) -> Answer.Meaning? {
    answers[question]?.filter { reading < $0.id }.max { $0.id < $1.id }?.meaning
  }

  /// Whether somebody settled that a form id was used twice.
  func isSettled(_ question: QuestionKey) -> Bool { answers[question]?.isEmpty == false }
}

/// Sorts the lines of forms that count into facts of cells and open questions (fold rule 4).
struct FormSorting {
  let answers: LiveAnswers
  private(set) var cells: [CellKey: CellFacts] = [:]
  private(set) var attributed: [AttributedForm] = []
  private var asked: [QuestionKey: [OpenQuestion.Asker]] = [:]
  private var identities: [QuestionKey: [FormIdentity: OpenQuestion.Asker]] = [:]

  init(answers: LiveAnswers) { self.answers = answers }

  mutating func take(_ form: CountingForm) {
    let (reading, identity) = (form.reading, form.arrival.identity)
    let idKey = QuestionKey(sender: identity.sender, subject: .formReused, written: identity.formID.text)
    identities[idKey, default: [:]][identity] = OpenQuestion.Asker(reading: reading.id, position: nil)

    guard let trainee = trainee(of: reading) else { return }
    attributed.append(AttributedForm(form: form, trainee: trainee))
    for line in reading.lines {
      guard let (task, judgement) = meaning(of: line, in: reading) else { continue }
      let cell = CellKey(trainee: trainee, task: task)
      let origin = Statement.Origin.form(
        message: form.arrival.message, form: identity.formID, position: line.position, reading: reading.id)
      cells[cell, default: CellFacts()].add(
        Statement(cell: cell, judgement: judgement, seenOn: line.seenOn, role: line.role, by: nil, origin: origin))
    }
  }

  var openQuestions: [OpenQuestion] {
    let reused = identities.filter { $0.value.count > 1 && !answers.isSettled($0.key) }
      .map { OpenQuestion(key: $0.key, askers: $0.value.values.sorted { $0.reading < $1.reading }) }
    return (asked.map { OpenQuestion(key: $0.key, askers: $0.value) } + reused).sorted { $0.key < $1.key }
  }

  private mutating func trainee(of reading: FormReading) -> TraineeID? {
    if let trainee = reading.trainee { return trainee }
    let key = QuestionKey(sender: reading.identity.sender, subject: .trainee, written: reading.identity.participant.text)
    switch answers.answer(to: key, for: reading.id) {
    case .trainee(let trainee): return trainee
    case nil:
      asked[key, default: []].append(OpenQuestion.Asker(reading: reading.id, position: nil))
      return nil
    default: return nil
    }
  }

  /// The task and judgement that a line states; nil while a part of it is asked, or when it is left out.
  private mutating func meaning(of line: ReadLine, in reading: FormReading) -> (TaskCode, Judgement)? {
    let task = task(of: line, in: reading)
    let judgement = judgement(of: line, in: reading)
    guard let task, let judgement else { return nil }
    return (task, judgement)
  }

  private mutating func task(of line: ReadLine, in reading: FormReading) -> TaskCode? {
    if let task = line.task { return task }
    let key = QuestionKey(sender: reading.identity.sender, subject: .task, written: line.taskWritten.text)
    switch answers.answer(to: key, for: reading.id) {
    case .task(let task): return task
    case nil:
      asked[key, default: []].append(OpenQuestion.Asker(reading: reading.id, position: line.position))
      return nil
    default: return nil
    }
  }

  private mutating func judgement(of line: ReadLine, in reading: FormReading) -> Judgement? {
    switch line.said {
    case .without(let reason): return .without(reason)
    case .level(_, let ours?): return .level(ours)
    case .level(let written, nil):
      let key = QuestionKey(sender: reading.identity.sender, subject: .level, written: written.text)
      switch answers.answer(to: key, for: reading.id) {
      case .level(let level): return .level(level)
      case nil:
        asked[key, default: []].append(OpenQuestion.Asker(reading: reading.id, position: line.position))
        return nil
      default: return nil
      }
    }
  }
}
