/// The answers that are live; of two to one question the later booking counts.
struct LiveAnswers: Sendable {
  private let answers: [QuestionKey: [Answer]]

  init(_ all: [Answer], live: LiveBookings) {
    answers = Dictionary(grouping: all.filter { live.contains($0.id.booking) }, by: \.question)
  }

  /// The answer to what a form asks: the first that was given after it was read, else one that is remembered.
  ///
  /// The first, because an answer makes facts of the lines that wait then; what waits later has an answer of its own.
  func answer(to question: QuestionKey, for reading: ReadingID) -> Answer.Meaning? {
    guard let all = answers[question] else { return nil }
    let given = all.filter { reading < $0.id }.min { $0.id < $1.id }
    return given?.meaning ?? remembered(question)
  }

  /// The answer that is remembered for forms to come.
  func remembered(_ question: QuestionKey) -> Answer.Meaning? {
    answers[question]?.filter(\.isRemembered).max { $0.id < $1.id }?.meaning
  }

  /// Whether somebody settled that a form id was used twice.
  func isSettled(_ question: QuestionKey) -> Bool { answers[question]?.isEmpty == false }
}

/// What a form or a line means as far as it is known.
enum Told<Value> {
  case known(Value)
  /// Somebody said that it is left out.
  case leftOut
  case asked(QuestionKey)

  var value: Value? { if case .known(let value) = self { value } else { nil } }
}

extension LiveAnswers {
  /// Whom a reading is about, as known on arrival or by an answer.
  func trainee(of reading: FormReading) -> Told<TraineeID> {
    told(reading.trainee, .trainee, reading.identity.participant.text, reading) { answer in
      if case .trainee(let trainee) = answer { trainee } else { nil }
    }
  }

  /// The task of a line, as known on arrival or by an answer.
  func task(of line: ReadLine, in reading: FormReading) -> Told<TaskCode> {
    told(line.task, .task, line.taskWritten.text, reading) { answer in
      if case .task(let task) = answer { task } else { nil }
    }
  }

  /// What a line says, as known on arrival or by an answer.
  func judgement(of line: ReadLine, in reading: FormReading) -> Told<Judgement> {
    switch line.said {
    case .without(let reason): .known(.without(reason))
    case .level(let written, let ours):
      told(ours.map(Judgement.level), .level, written.text, reading) { answer in
        if case .level(let level) = answer { .level(level) } else { nil }
      }
    }
  }

  private func told<Value>(
    _ known: Value?, _ subject: QuestionKey.Subject, _ written: String, _ reading: FormReading,
    _ meaning: (Answer.Meaning) -> Value?
  ) -> Told<Value> {
    if let known { return .known(known) }
    let question = QuestionKey(sender: reading.identity.sender, subject: subject, written: written)
    guard let answer = answer(to: question, for: reading.id) else { return .asked(question) }
    return meaning(answer).map(Told.known) ?? .leftOut
  }
}
