import CompetencyCore

/// What happened in the sample company, one booking after the other; what is not said otherwise is about Sanne.
struct Story {
  private(set) var ledger = Ledger()

  init() {
    book(.setup) { ledger, id in ledger.setup += SampleCompany.rows.map { (id.booking, $0) } }
  }

  /// The cell as it is shown on a day, by all that is known or by what was known at a booking.
  func cell(_ task: TaskCode, asOf day: CalendarDate = .last, knownOn booking: BookingNumber? = nil) -> MatrixCell {
    let matrix = CompetencyMatrix(Knowledge(ledger, knownOn: booking), asOf: day)
    return made(matrix[.sanne, task])
  }

  /// Somebody records a level by hand.
  @discardableResult
  mutating func records(
    _ task: TaskCode, _ level: LevelID, on day: CalendarDate, by person: PersonID = .mo, source: HandRecord.Source = .hand
  ) -> BookingNumber {
    book(.set) { ledger, id in ledger.records.append(Self.record(id, task, .level(level), day, person, source)) }
  }

  /// Somebody records by hand why there is no level.
  @discardableResult
  mutating func records(
    _ task: TaskCode, without reason: AbsenceReason, on day: CalendarDate, by person: PersonID = .mo
  ) -> BookingNumber {
    book(.set) { ledger, id in ledger.records.append(Self.record(id, task, .without(reason), day, person, .hand)) }
  }

  /// Lisa takes a level back.
  @discardableResult
  mutating func withdraws(_ task: TaskCode, to level: LevelID, on day: CalendarDate) -> BookingNumber {
    book(.set) { ledger, id in
      ledger.withdrawals.append(Withdrawal(id: id, trainee: .sanne, task: task, to: level, on: day, by: .lisa))
    }
  }

  /// A proposal is refused or a disagreement dismissed.
  @discardableResult
  mutating func decides(_ verdict: Decision.Verdict, on statement: Statement) -> BookingNumber {
    book(.refuse) { ledger, id in
      ledger.decisions.append(Decision(id: id, key: made(statement.decisionKey), verdict: verdict))
    }
  }

  /// Mo takes a proposal over as an observation of his own.
  @discardableResult
  mutating func accepts(_ proposal: Statement, on day: CalendarDate? = nil) -> BookingNumber {
    book(.accept) { ledger, id in
      let record = FactID(booking: id.booking, ordinal: id.ordinal + 1)
      ledger.decisions.append(Decision(id: id, key: made(proposal.decisionKey), verdict: .accepted))
      ledger.records.append(
        Self.record(record, proposal.cell.task, proposal.judgement, day ?? proposal.seenOn, .mo, .proposal))
    }
  }

  /// Somebody answers what a form of ROC Delta asks.
  @discardableResult
  mutating func answers(
    _ subject: QuestionKey.Subject, _ written: String, _ meaning: Answer.Meaning, once: Bool = false
  ) -> BookingNumber {
    let question = QuestionKey(sender: SampleCompany.rocDelta, subject: subject, written: written)
    return book(.answer) { ledger, id in
      ledger.answers.append(Answer(id: id, question: question, meaning: meaning, isRemembered: !once))
    }
  }

  /// Rows of the set-up are changed.
  @discardableResult
  mutating func setsUp(_ rows: SetupRow...) -> BookingNumber {
    book(.setup) { ledger, id in ledger.setup += rows.map { (id.booking, $0) } }
  }

  /// A booking is undone.
  @discardableResult
  mutating func undoes(_ booking: BookingNumber) -> BookingNumber {
    book(.undo, undoes: booking) { _, _ in }
  }

  /// Messages of schools are imported, all in one booking.
  @discardableResult
  mutating func imports(_ messages: SampleMessage...) -> BookingNumber {
    let number = ledger.nextBooking
    var ordinal = 0
    for message in messages {
      let createdAt = Instant(milliseconds: message.made)
      ledger.messages.append(
        MessageArrival(booking: number, key: message.key, createdAt: createdAt, replaces: message.replaces.map { MessageID($0) }))
      for form in message.forms {
        ordinal += 1
        let identity = FormIdentity(
          sender: message.sender, formID: FormID(form.id), participant: ParticipantKey(form.participant), heldOn: form.heldOn)
        ledger.forms.append(
          FormArrival(
            booking: number, message: message.key, createdAt: createdAt, identity: identity, version: form.version,
            reading: reading(of: form, identity, FactID(booking: number, ordinal: ordinal))))
      }
    }
    return book(.import) { _, _ in }
  }

  private mutating func reading(of form: SampleForm, _ identity: FormIdentity, _ id: ReadingID) -> ReadingID {
    let lines = form.lines.enumerated().map { index, line in
      ReadLine(
        position: index + 1, taskWritten: line.taskWritten, task: line.task, said: line.said, role: line.role, seenOn: line.day)
    }
    if let known = ledger.readings.first(where: { $0.identity == identity && $0.lines == lines }) { return known.id }
    ledger.readings.append(
      FormReading(
        id: id, identity: identity, content: ContentDigest(hex: "\(ledger.readings.count)"), kind: .voortgangsgesprek,
        trainee: form.participant == SampleCompany.studentNumber ? .sanne : nil, lines: lines))
    return id
  }

  private static func record(
    _ id: FactID, _ task: TaskCode, _ judgement: Judgement, _ day: CalendarDate, _ person: PersonID, _ source: HandRecord.Source
  ) -> HandRecord {
    HandRecord(
      id: id, trainee: .sanne, task: task, judgement: judgement, seenOn: day, seenBy: person, role: person.roleToSanne,
      source: source)
  }

  @discardableResult
  private mutating func book(
    _ kind: Booking.Kind, undoes: BookingNumber? = nil, _ write: (inout Ledger, FactID) -> Void
  ) -> BookingNumber {
    let number = ledger.nextBooking
    write(&ledger, FactID(booking: number, ordinal: 1))
    ledger.bookings.append(
      Booking(
        number: number, recordedAt: Instant(milliseconds: Int64(number.number)), by: nil, account: "test", kind: kind,
        undoes: undoes))
    return number
  }
}
