public import CompetencyCore

extension StoreWriter {
  /// Adds a message that was never here before.
  public func add(_ message: MessageHead) throws {
    try session.run(
      .add_school_message,
      message.key.values + [
        .integer(Int(message.createdAt.milliseconds)), .optional(message.replaces?.text), .text(message.senderName),
        .text(message.file),
      ])
  }

  /// Keeps a piece of a message's file, from 1.
  public func add(piece bytes: [UInt8], position: Int, of message: MessageKey) throws {
    try session.run(.add_message_piece, message.values + [.integer(position), .bytes(bytes)])
  }

  /// Keeps the content of a message that has ended.
  public func add(content: ContentDigest, of message: MessageKey) throws {
    try session.run(.add_message_content, message.values + [.text(content.text)])
  }

  /// Adds the arrival of a message.
  public func add(_ arrival: MessageArrival) throws {
    try session.run(.add_message_arrival, [.integer(arrival.booking.number)] + arrival.key.values)
  }

  /// Adds the arrival of a form, the so manieth of its message.
  public func add(_ arrival: FormArrival, position: Int) throws {
    try session.run(
      .add_form_arrival,
      [
        .integer(arrival.booking.number), .text(arrival.message.sender.text), .text(arrival.message.id.text), .integer(position),
        .text(arrival.identity.formID.text), .text(arrival.identity.participant.text), .text(arrival.identity.heldOn.iso),
        .integer(arrival.version), .integer(arrival.reading.booking.number), .integer(arrival.reading.ordinal),
      ])
  }

  /// Adds what was read from a form, with the form's words beside it.
  public func add(_ reading: FormReading, of form: SchoolForm) throws {
    try session.run(
      .add_form_reading, reading.id,
      [
        .text(reading.identity.sender.text), .text(reading.identity.formID.text), .text(reading.identity.participant.text),
        .text(reading.identity.heldOn.iso), .text(reading.content.text), .text(reading.kind.rawValue),
        .optional(reading.trainee?.text), .optional(form.minutes), .optional(form.nextConversation?.iso),
        .text(form.place.file), .optional(form.place.line),
      ])
    try add(.participant, form.participant.displayName, beside: reading.id)
    var judges: [Role: String] = [:]
    for (line, entry) in zip(reading.lines, form.entries) {
      try add(line, entry, of: reading.id)
      guard !sameBytes(entry.byName, judges[entry.role] ?? "") else { continue }
      judges[entry.role] = entry.byName
      try write(.judge, entry.byName, beside: reading.id, position: line.position)
    }
    for (index, agreement) in form.agreements.enumerated() { try add(agreement, position: index + 1, of: reading.id) }
    for (index, mark) in form.assessments.enumerated() { try add(mark, position: index + 1, of: reading.id) }
    for (index, topic) in form.topics.enumerated() {
      try session.run(
        .add_reading_topic, reading.id,
        [.integer(index + 1), .text(topic.code), .optional(topic.contributedBy?.rawValue)])
      try add(.topic, topic.text, beside: reading.id, position: index + 1)
    }
  }

  private func add(_ line: ReadLine, _ entry: FormEntry, of reading: ReadingID) throws {
    var (written, level, reason) = (SQLValue.null, SQLValue.null, SQLValue.null)
    switch line.said {
    case .level(let school, let ours): (written, level) = (.text(school.text), .optional(ours?.text))
    case .without(let why): reason = .text(why.rawValue)
    }
    try session.run(
      .add_reading_line, reading,
      [
        .integer(line.position), .optional(entry.place.line), .text(entry.place.path), .text(line.taskWritten.text),
        .optional(line.task?.text), written, level, reason, .text(line.role.rawValue), .text(line.seenOn.iso),
        .optional(entry.taskName.isEmpty ? nil : entry.taskName),
      ])
    try add(.note, entry.note, beside: reading, position: line.position)
  }

  private func add(_ agreement: FormAgreement, position: Int, of reading: ReadingID) throws {
    let statement = agreement.statement
    try session.run(
      .add_reading_agreement, reading,
      [
        .integer(position), .text(statement.id), .text(statement.owner.rawValue), .optional(statement.dueOn?.iso),
        .text(statement.status.rawValue), .text(statement.task), .text(statement.follows),
      ])
    try add(.agreement, agreement.text, beside: reading, position: position)
    try add(.owner, agreement.ownerName, beside: reading, position: position)
  }
}
