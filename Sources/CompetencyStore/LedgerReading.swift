public import CompetencyCore

extension StoreReader {
  /// Every fact of the database.
  public func ledger() throws -> Ledger { try ledger(in: records()) }

  /// Every fact of the database, with the bookings and answers that were read already.
  public func ledger(in records: Ledger) throws -> Ledger { try ledger(in: records, isWhole: true) }

  /// Every fact, or for who only counts all but the set-up, the lines of forms and the decisions.
  func ledger(in records: Ledger, isWhole: Bool) throws -> Ledger {
    var ledger = records
    if isWhole { ledger.setup = try setupVersions() }
    ledger.messages = try session.rows(.all_message_arrivals) { row in
      let arrival = try row.messageArrival()
      ledger.messageContents[arrival.key] = ContentDigest(hex: try row.text(5))
      return arrival
    }
    let createdAt = Dictionary(ledger.messages.map { ($0.key, $0.createdAt) }, uniquingKeysWith: { first, _ in first })
    ledger.forms = try session.rows(.all_form_arrivals) { row in
      guard let createdAt = createdAt[try row.messageKey()] else { throw damaged("form_arrival") }
      return try row.formArrival(createdAt: createdAt)
    }
    let lines = Dictionary(
      grouping: isWhole ? try session.rows(.all_reading_lines) { (try $0.factID(), try $0.readLine()) } : [], by: \.0)
    let agreements = Dictionary(
      grouping: try session.rows(.all_reading_agreements) { (try $0.factID(), try $0.readAgreement()) }, by: \.0)
    ledger.readings = try session.rows(.all_form_readings) { row in
      let id = try row.factID()
      return try row.formReading(lines: lines[id]?.map(\.1) ?? [], agreements: agreements[id]?.map(\.1) ?? [])
    }
    ledger.records = try session.rows(.all_hand_records) { try $0.handRecord() }
    ledger.withdrawals = try session.rows(.all_withdrawals) { try $0.withdrawal() }
    if isWhole { ledger.decisions = try session.rows(.all_decisions) { try $0.decision() } }
    ledger.routeChanges = try routeChanges()
    ledger.conversations = try conversationLedger()
    return ledger
  }

  /// The bookings, the answers and the talks about walls: what every look at the company needs, without the set-up and the facts of trainees.
  public func records() throws -> Ledger {
    var ledger = Ledger()
    ledger.bookings = try session.rows(.all_bookings) { try $0.booking() }
    ledger.answers = try answers()
    ledger.wallTalks = try wallTalks()
    ledger.restrictions = try restrictions()
    return ledger
  }

  /// The bookings that were written after this one.
  public func bookings(after number: BookingNumber) throws -> [Booking] {
    try session.rows(.bookings_after, [.integer(number.number)]) { try $0.booking() }
  }

  /// Of whom something was said by hand after this booking, with the booking that says it.
  public func ticked(after number: BookingNumber) throws -> [(booking: BookingNumber, trainee: TraineeID)] {
    try session.rows(.ticked_after, [.integer(number.number)]) { (try $0.bookingNumber(0), try $0.value(1, TraineeID.init)) }
  }

  /// What is known now apart from the facts of trainees, row by row, so that a large company is in memory once.
  public func frame(of records: Ledger) throws -> Knowledge.Frame {
    var company = Company()
    let live = LiveBookings(records.bookings, upTo: nil)
    try eachSetupRow { id, row in
      if live.contains(id.booking) { company.apply(row, in: id.booking) }
    }
    return Knowledge.Frame(records, company: company)
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
  fileprivate func booking() throws -> Booking {
    Booking(
      number: try bookingNumber(0), recordedAt: Instant(milliseconds: Int64(try integer(1))),
      by: try optionalValue(2, PersonID.init), account: try text(3), kind: try value(4, Booking.Kind.init(rawValue:)),
      undoes: try optionalInteger(5).flatMap(BookingNumber.init))
  }
}
