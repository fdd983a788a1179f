internal import CompetencyCore

/// Rows of facts made into values; the columns are those of the statements `all_…` and `…_of_…`.
extension SQLRow {
  func bookingNumber(_ column: Int) throws -> BookingNumber {
    guard let number = BookingNumber(try integer(column)) else { throw damaged("booking") }
    return number
  }

  /// The place of a fact: columns 0 and 1 of every table of facts.
  func factID(at column: Int = 0) throws -> FactID {
    FactID(booking: try bookingNumber(column), ordinal: try integer(column + 1))
  }

  func day(_ column: Int) throws -> CalendarDate { try value(column) { CalendarDate(iso: $0) } }

  func optionalDay(_ column: Int) throws -> CalendarDate? { try optionalValue(column) { CalendarDate(iso: $0) } }

  /// The message in columns 1 and 2.
  func messageKey() throws -> MessageKey {
    MessageKey(sender: SenderKey(kept: try text(1)), id: MessageID(try text(2)))
  }

  func messageArrival() throws -> MessageArrival {
    MessageArrival(
      booking: try bookingNumber(0), key: try messageKey(), createdAt: Instant(milliseconds: Int64(try integer(3))),
      replaces: try optionalText(4).map(MessageID.init))
  }

  func formArrival(createdAt: Instant) throws -> FormArrival {
    let message = try messageKey()
    return FormArrival(
      booking: try bookingNumber(0), message: message, createdAt: createdAt,
      identity: FormIdentity(
        sender: message.sender, formID: FormID(try text(4)), participant: ParticipantKey(try text(5)), heldOn: try day(6)),
      version: try integer(7), reading: try factID(at: 8))
  }

  func formReading(lines: [ReadLine], agreements: [ReadAgreement]) throws -> FormReading {
    FormReading(
      id: try factID(),
      identity: FormIdentity(
        sender: SenderKey(kept: try text(2)), formID: FormID(try text(3)), participant: ParticipantKey(try text(4)),
        heldOn: try day(5)),
      content: ContentDigest(hex: try text(6)), kind: try value(7, FormKind.init(rawValue:)),
      trainee: try optionalValue(8, TraineeID.init), lines: lines, agreements: agreements,
      nextConversation: try optionalDay(10))
  }

  func readLine() throws -> ReadLine {
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

  func readAgreement() throws -> ReadAgreement {
    ReadAgreement(
      id: try text(3), owner: try value(4, Role.init(rawValue:)), dueOn: try optionalDay(5),
      status: try value(6, ReadAgreement.Status.init(rawValue:)), task: try text(7), follows: try text(8))
  }

  func handRecord() throws -> HandRecord {
    let level = try optionalValue(4, LevelID.init)
    let reason = try optionalValue(5, AbsenceReason.init(rawValue:))
    guard let judgement = level.map(Judgement.level) ?? reason.map(Judgement.without) else { throw damaged("hand_record") }
    return HandRecord(
      id: try factID(), trainee: try value(2, TraineeID.init), task: try value(3, TaskCode.init), judgement: judgement,
      seenOn: try day(6), seenBy: try value(7, PersonID.init), role: try value(8, Role.init(rawValue:)),
      source: try value(9, HandRecord.Source.init(rawValue:)))
  }

  func withdrawal() throws -> Withdrawal {
    Withdrawal(
      id: try factID(), trainee: try value(2, TraineeID.init), task: try value(3, TaskCode.init),
      to: try value(4, LevelID.init), on: try day(5), by: try value(6, PersonID.init))
  }

  func decision() throws -> Decision {
    Decision(
      id: try factID(),
      key: DecisionKey(
        trainee: try value(2, TraineeID.init), task: try value(3, TaskCode.init), level: try value(4, LevelID.init),
        seenOn: try day(5), role: try value(6, Role.init(rawValue:)),
        sender: try optionalText(7).map(SenderKey.init(kept:))),
      verdict: try value(8, Decision.Verdict.init(rawValue:)))
  }
}
