public import CompetencyCore

extension StoreReader {
  /// Every fact of the database.
  public func ledger() throws -> Ledger {
    var ledger = Ledger()
    ledger.bookings = try session.rows(.all_bookings) { row in
      Booking(
        number: try row.bookingNumber(0), recordedAt: Instant(milliseconds: Int64(try row.integer(1))),
        by: try row.optionalValue(2, PersonID.init), account: try row.text(3),
        kind: try row.value(4, Booking.Kind.init(rawValue:)), undoes: try row.optionalInteger(5).flatMap(BookingNumber.init))
    }
    ledger.setup = try setupVersions()
    ledger.messages = try session.rows(.all_message_arrivals) { row in
      let key = MessageKey(sender: SenderKey(kept: try row.text(1)), id: MessageID(try row.text(2)))
      ledger.messageContents[key] = ContentDigest(hex: try row.text(5))
      return MessageArrival(
        booking: try row.bookingNumber(0), key: key, createdAt: Instant(milliseconds: Int64(try row.integer(3))),
        replaces: try row.optionalText(4).map(MessageID.init))
    }
    let createdAt = Dictionary(ledger.messages.map { ($0.key, $0.createdAt) }, uniquingKeysWith: { first, _ in first })
    ledger.forms = try session.rows(.all_form_arrivals) { row in
      let message = MessageKey(sender: SenderKey(kept: try row.text(1)), id: MessageID(try row.text(2)))
      guard let createdAt = createdAt[message] else { throw damaged("form_arrival") }
      return FormArrival(
        booking: try row.bookingNumber(0), message: message, createdAt: createdAt,
        identity: FormIdentity(
          sender: message.sender, formID: FormID(try row.text(4)), participant: ParticipantKey(try row.text(5)),
          heldOn: try row.day(6)),
        version: try row.integer(7), reading: FactID(booking: try row.bookingNumber(8), ordinal: try row.integer(9)))
    }
    ledger.readings = try readings()
    ledger.records = try handRecords()
    ledger.withdrawals = try session.rows(.all_withdrawals) { row in
      Withdrawal(
        id: try row.factID(), trainee: try row.value(2, TraineeID.init), task: try row.value(3, TaskCode.init),
        to: try row.value(4, LevelID.init), on: try row.day(5), by: try row.value(6, PersonID.init))
    }
    ledger.decisions = try session.rows(.all_decisions) { row in
      Decision(
        id: try row.factID(),
        key: DecisionKey(
          trainee: try row.value(2, TraineeID.init), task: try row.value(3, TaskCode.init), level: try row.value(4, LevelID.init),
          seenOn: try row.day(5), role: try row.value(6, Role.init(rawValue:)),
          sender: try row.optionalText(7).map(SenderKey.init(kept:))),
        verdict: try row.value(8, Decision.Verdict.init(rawValue:)))
    }
    ledger.answers = try answers()
    return ledger
  }

  private func readings() throws -> [FormReading] {
    let lines = Dictionary(grouping: try session.rows(.all_reading_lines) { (try $0.factID(), try $0.readLine()) }, by: \.0)
    let agreements = Dictionary(
      grouping: try session.rows(.all_reading_agreements) { row in
        (
          try row.factID(),
          ReadAgreement(
            id: try row.text(3), owner: try row.value(4, Role.init(rawValue:)), dueOn: try row.optionalDay(5),
            status: try row.value(6, ReadAgreement.Status.init(rawValue:)))
        )
      }, by: \.0)
    return try session.rows(.all_form_readings) { row in
      let id = try row.factID()
      return FormReading(
        id: id,
        identity: FormIdentity(
          sender: SenderKey(kept: try row.text(2)), formID: FormID(try row.text(3)), participant: ParticipantKey(try row.text(4)),
          heldOn: try row.day(5)),
        content: ContentDigest(hex: try row.text(6)), kind: try row.value(7, FormKind.init(rawValue:)),
        trainee: try row.optionalValue(8, TraineeID.init), lines: lines[id]?.map(\.1) ?? [],
        agreements: agreements[id]?.map(\.1) ?? [], nextConversation: try row.optionalDay(10))
    }
  }

  private func handRecords() throws -> [HandRecord] {
    try session.rows(.all_hand_records) { row in
      let level = try row.optionalValue(4, LevelID.init)
      let reason = try row.optionalValue(5, AbsenceReason.init(rawValue:))
      guard let judgement = level.map(Judgement.level) ?? reason.map(Judgement.without) else { throw damaged("hand_record") }
      return HandRecord(
        id: try row.factID(), trainee: try row.value(2, TraineeID.init), task: try row.value(3, TaskCode.init),
        judgement: judgement,
        seenOn: try row.day(6), seenBy: try row.value(7, PersonID.init), role: try row.value(8, Role.init(rawValue:)),
        source: try row.value(9, HandRecord.Source.init(rawValue:)))
    }
  }

  private func answers() throws -> [Answer] {
    try session.rows(.all_answers) { row in
      let value = try row.optionalText(6) ?? ""
      let meaning: Answer.Meaning? =
        switch try row.text(5) {
        case "trainee": TraineeID(value).map(Answer.Meaning.trainee)
        case "task": TaskCode(value).map(Answer.Meaning.task)
        case "level": LevelID(value).map(Answer.Meaning.level)
        case "skip": .skip
        default: nil
        }
      guard let meaning else { throw damaged("answer") }
      return Answer(
        id: try row.factID(),
        question: QuestionKey(
          sender: SenderKey(kept: try row.text(2)), subject: try row.value(3, QuestionKey.Subject.init(rawValue:)),
          written: try row.text(4)), meaning: meaning, isRemembered: try row.flag(7))
    }
  }
}

extension SQLRow {
  func bookingNumber(_ column: Int) throws -> BookingNumber {
    guard let number = BookingNumber(try integer(column)) else { throw damaged("booking") }
    return number
  }

  /// The place of a fact: columns 0 and 1 of every table of facts.
  func factID() throws -> FactID { FactID(booking: try bookingNumber(0), ordinal: try integer(1)) }

  func day(_ column: Int) throws -> CalendarDate { try value(column) { CalendarDate(iso: $0) } }

  func optionalDay(_ column: Int) throws -> CalendarDate? { try optionalValue(column) { CalendarDate(iso: $0) } }

  fileprivate func readLine() throws -> ReadLine {
    let reason = try optionalValue(9, AbsenceReason.init(rawValue:))
    let written = try optionalText(7).map(SchoolLevel.init(kept:))
    let ours = try optionalValue(8, LevelID.init)
    guard let said = reason.map(ReadLine.Said.without) ?? written.map({ .level(written: $0, ours: ours) }) else {
      throw damaged("reading_line")
    }
    return ReadLine(
      position: try integer(2), taskWritten: try value(5, TaskCode.init), task: try optionalValue(6, TaskCode.init), said: said,
      role: try value(10, Role.init(rawValue:)), seenOn: try day(11))
  }
}
