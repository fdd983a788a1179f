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

    guard let trainee = noting(answers.trainee(of: reading), by: reading, at: nil) else { return }
    attributed.append(AttributedForm(form: form, trainee: trainee))
    for line in reading.lines {
      // Both parts are looked at before either is missed, so that a line asks all that it must ask at once.
      let task = noting(answers.task(of: line, in: reading), by: reading, at: line.position)
      let judgement = noting(answers.judgement(of: line, in: reading), by: reading, at: line.position)
      guard let task, let judgement else { continue }
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

  /// The value that is known; a question is noted as open.
  private mutating func noting<Value>(_ told: Told<Value>, by reading: FormReading, at position: Int?) -> Value? {
    if case .asked(let question) = told {
      asked[question, default: []].append(OpenQuestion.Asker(reading: reading.id, position: position))
    }
    return told.value
  }
}
