public import CompetencyCore

/// Adds facts within one transaction.
public struct StoreWriter {
  let session: SQLSession

  /// Reads what the transaction sees, its own additions too.
  public var reader: StoreReader { StoreReader(session: session) }

  /// Marks the state to which ``goBack()`` goes back.
  public func mark() throws { try session.control("savepoint part") }

  /// Forgets the mark; what was written since stays.
  public func keep() throws { try session.control("release part") }

  /// Takes back what was written since the mark, and forgets it.
  public func goBack() throws { try session.control("rollback to part; release part") }

  /// Adds a booking; its facts come after it.
  public func add(_ booking: Booking) throws {
    try session.run(
      .add_booking,
      [
        .integer(booking.number.number), .integer(Int(booking.recordedAt.milliseconds)), .optional(booking.by?.text),
        .text(booking.account), .text(booking.kind.rawValue), .optional(booking.undoes?.number),
      ])
  }

  /// Adds a record by hand, with the remark beside it; an empty remark is none.
  public func add(_ record: HandRecord, note: String) throws {
    let (level, reason) = record.judgement.columns
    try session.run(
      .add_hand_record, record.id,
      [
        .text(record.trainee.text), .text(record.task.text), level, reason, .text(record.seenOn.iso), .text(record.seenBy.text),
        .text(record.role.rawValue), .text(record.source.rawValue),
      ])
    try add(.note, note, beside: record.id)
  }

  /// Adds a withdrawal, with its reason beside it.
  public func add(_ withdrawal: Withdrawal, reason: String) throws {
    try session.run(
      .add_withdrawal, withdrawal.id,
      [
        .text(withdrawal.trainee.text), .text(withdrawal.task.text), .text(withdrawal.to.text), .text(withdrawal.on.iso),
        .text(withdrawal.by.text),
      ])
    try add(.reason, reason, beside: withdrawal.id)
  }

  /// Adds a decision, with its reason beside it; an empty reason is none.
  public func add(_ decision: Decision, reason: String) throws {
    let key = decision.key
    try session.run(
      .add_decision, decision.id,
      [
        .text(key.trainee.text), .text(key.task.text), .text(key.level.text), .text(key.seenOn.iso), .text(key.role.rawValue),
        .optional(key.sender?.text), .text(decision.verdict.rawValue),
      ])
    try add(.reason, reason, beside: decision.id)
  }

  /// Adds an answer.
  public func add(_ answer: Answer) throws {
    let (meaning, value): (String, String?) =
      switch answer.meaning {
      case .trainee(let id): ("trainee", id.text)
      case .task(let code): ("task", code.text)
      case .level(let level): ("level", level.text)
      case .skip: ("skip", nil)
      }
    try session.run(
      .add_answer, answer.id,
      [
        .text(answer.question.sender.text), .text(answer.question.subject.rawValue), .text(answer.question.written),
        .text(meaning), .optional(value), .flag(answer.isRemembered),
      ])
  }

  /// Keeps a setting of the company, which is set once.
  public func keep(setting name: String, _ value: String) throws {
    try session.run(.add_company_setting, [.text(name), .text(value)])
  }

  /// Adds a text beside a fact or a line; an empty one is none.
  func add(_ kind: StoreReader.WrittenText.Kind, _ body: String, beside fact: FactID, position: Int = 0) throws {
    if !body.isEmpty { try write(kind, body, beside: fact, position: position) }
  }

  /// Adds a text beside a fact or a line, also an empty one.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` with `sign_refused` for a text that could not be sent on.
  func write(_ kind: StoreReader.WrittenText.Kind, _ body: String, beside fact: FactID, position: Int) throws {
    if let sign = SoundText.fault(in: body) {
      throw Refusal(.dataWrong, .sign_refused, values: ["sign": SoundText.named(sign)])
    }
    try session.run(.add_written_text, fact, [.integer(position), .text(kind.rawValue), .text(body)])
  }
}

extension FactID {
  /// The first two columns of every table of facts.
  var values: [SQLValue] { [.integer(booking.number), .integer(ordinal)] }
}

extension Judgement {
  /// The columns `level_id` and `without_reason`, of which one is null.
  fileprivate var columns: (level: SQLValue, reason: SQLValue) {
    switch self {
    case .level(let level): (.text(level.text), .null)
    case .without(let reason): (.null, .text(reason.rawValue))
    }
  }
}
