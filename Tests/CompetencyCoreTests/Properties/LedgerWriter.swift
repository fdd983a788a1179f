import CompetencyCore

/// Writes a naive history as the product's ledger.
struct LedgerWriter {
  private struct Content: Hashable {
    let identity: FormIdentity
    let trainee: NaiveWord
    let lines: [NaiveLine]
  }
  private(set) var ledger = Ledger()
  private var readings: [Content: ReadingID] = [:]
  private var ordinal = 0

  static func ledger(of history: NaiveHistory) -> Ledger {
    var writer = LedgerWriter()
    for booking in history.bookings { writer.write(booking) }
    return writer.ledger
  }

  private mutating func write(_ booking: NaiveBooking) {
    let number = ledger.nextBooking
    ordinal = 0
    var (kind, undoes) = (Booking.Kind.set, BookingNumber?.none)
    for act in booking.acts {
      ordinal += 1
      if case .undid(let target) = act { (kind, undoes) = (.undo, made(BookingNumber(target))) }
      write(act, FactID(booking: number, ordinal: ordinal))
    }
    // The company itself comes with the first booking.
    if number == .first { ledger.setup += RandomCompany.rows.map { (number, $0) } }
    let instant = Instant(milliseconds: Int64(date(booking.day).dayNumber) * 86_400_000)
    ledger.bookings.append(
      Booking(number: number, recordedAt: instant, by: nil, account: "test", kind: kind, undoes: undoes))
  }

  private mutating func write(_ act: NaiveAct, _ id: FactID) {
    switch act {
    case .message(let message): write(message, id.booking)
    case .said(let said): ledger.records.append(record(said, id))
    case .withdrawn(let it):
      ledger.withdrawals.append(
        Withdrawal(
          id: id, trainee: made(TraineeID(it.trainee)), task: made(TaskCode(it.task)), to: made(LevelID(it.to)), on: date(it.day),
          by: made(PersonID(it.by))))
    case .decided(let it):
      let key = DecisionKey(
        trainee: made(TraineeID(it.trainee)), task: made(TaskCode(it.task)), level: made(LevelID(it.level)), seenOn: date(it.day),
        role: made(Role(rawValue: it.role)), sender: it.sender.isEmpty ? nil : SenderKey(kept: it.sender))
      ledger.decisions.append(Decision(id: id, key: key, verdict: made(Decision.Verdict(rawValue: it.verdict))))
    case .answered(let answer): ledger.answers.append(self.answer(answer, id))
    case .undid: break
    case .repeats(let task, let months): ledger.setup.append((id.booking, RandomCompany.task(task, months: months)))
    }
  }

  private mutating func write(_ message: NaiveMessage, _ booking: BookingNumber) {
    let key = MessageKey(sender: SenderKey(kept: message.sender), id: MessageID(message.id))
    let createdAt = Instant(milliseconds: Int64(message.made))
    ledger.messages.append(
      MessageArrival(
        booking: booking, key: key, createdAt: createdAt, replaces: message.vervangt.isEmpty ? nil : MessageID(message.vervangt)))
    for form in message.forms {
      let identity = FormIdentity(
        sender: key.sender, formID: FormID(form.id), participant: ParticipantKey(form.participant), heldOn: date(form.heldOn))
      ledger.forms.append(
        FormArrival(
          booking: booking, message: key, createdAt: createdAt, identity: identity, version: form.version,
          reading: reading(of: form, identity, booking)))
    }
  }

  /// Forms with the same content share what was read from the first of them.
  private mutating func reading(of form: NaiveForm, _ identity: FormIdentity, _ booking: BookingNumber) -> ReadingID {
    let content = Content(identity: identity, trainee: form.trainee, lines: form.lines)
    if let known = readings[content] { return known }
    ordinal += 1
    let id = ReadingID(booking: booking, ordinal: ordinal)
    readings[content] = id
    ledger.readings.append(
      FormReading(
        id: id, identity: identity, content: ContentDigest(hex: "\(readings.count)"), kind: .tussenbeoordeling,
        trainee: form.trainee.meaning.map { made(TraineeID($0)) },
        lines: form.lines.enumerated().map { line($1, position: $0 + 1) }))
    return id
  }

  private func line(_ line: NaiveLine, position: Int) -> ReadLine {
    let said: ReadLine.Said
    if let level = line.level {
      said = .level(written: SchoolLevel(kept: level.written), ours: level.meaning.map { made(LevelID($0)) })
    } else {
      said = .without(made(AbsenceReason(rawValue: line.without)))
    }
    return ReadLine(
      position: position, taskWritten: made(TaskCode(line.task.written)), task: line.task.meaning.map { made(TaskCode($0)) },
      said: said, role: made(Role(rawValue: line.role)), seenOn: date(line.day))
  }

  private func record(_ said: NaiveSaid, _ id: FactID) -> HandRecord {
    HandRecord(
      id: id, trainee: made(TraineeID(said.trainee)), task: made(TaskCode(said.task)),
      judgement: said.level.isEmpty
        ? .without(made(AbsenceReason(rawValue: said.without))) : .level(made(LevelID(said.level))),
      seenOn: date(said.day), seenBy: made(PersonID(said.by)), role: made(Role(rawValue: said.role)),
      source: made(HandRecord.Source(rawValue: said.source)))
  }

  private func answer(_ answer: NaiveAnswer, _ id: FactID) -> Answer {
    let meaning: Answer.Meaning =
      switch answer.subject {
      case _ where answer.meaning.isEmpty: .skip
      case "trainee": .trainee(made(TraineeID(answer.meaning)))
      case "task": .task(made(TaskCode(answer.meaning)))
      default: .level(made(LevelID(answer.meaning)))
      }
    let question = QuestionKey(
      sender: SenderKey(kept: answer.sender), subject: made(QuestionKey.Subject(rawValue: answer.subject)), written: answer.word)
    return Answer(id: id, question: question, meaning: meaning, isRemembered: answer.isRemembered)
  }
}

extension NaiveWord {
  /// What the form has there.
  fileprivate var written: String {
    switch self {
    case .known(let text), .asked(let text, _): text
    }
  }

  /// What was made of it on arrival.
  fileprivate var meaning: String? { if case .known(let text) = self { text } else { nil } }
}
