public import CompetencyCore

extension StoreWriter {
  /// Applies the plan of an import: its messages with their bytes, its forms and what was read from them.
  ///
  /// - Parameter bytes: the bytes of each message's file, as it came.
  public func apply(_ plan: ImportPlan, bytes: (SchoolMessage) -> [UInt8]) throws {
    for item in plan.readings { try add(item) }
    for item in plan.messages {
      let key = item.message.key
      if item.isNew {
        try session.run(
          .add_school_message,
          [
            .text(key.sender.text), .text(key.id.text), .integer(Int(item.message.createdAt.milliseconds)),
            .optional(item.message.replaces?.text), .text(item.message.content.text), .text(item.message.senderName),
            .text(item.message.file), .bytes(bytes(item.message)),
          ])
      }
      try session.run(.add_message_arrival, [.integer(plan.booking.number), .text(key.sender.text), .text(key.id.text)])
      for (index, form) in item.forms.enumerated() { try add(form, position: index + 1) }
    }
  }

  private func add(_ arrival: FormArrival, position: Int) throws {
    try session.run(
      .add_form_arrival,
      [
        .integer(arrival.booking.number), .text(arrival.message.sender.text), .text(arrival.message.id.text), .integer(position),
        .text(arrival.identity.formID.text), .text(arrival.identity.participant.text), .text(arrival.identity.heldOn.iso),
        .integer(arrival.version), .integer(arrival.reading.booking.number), .integer(arrival.reading.ordinal),
      ])
  }

  private func add(_ item: ImportPlan.NewReading) throws {
    let (reading, form) = (item.reading, item.form)
    try session.run(
      .add_form_reading,
      reading.id.values + [
        .text(reading.identity.sender.text), .text(reading.identity.formID.text), .text(reading.identity.participant.text),
        .text(reading.identity.heldOn.iso), .text(reading.content.text), .text(reading.kind.rawValue),
        .optional(reading.trainee?.text), .optional(form.minutes), .optional(form.nextConversation?.iso),
        .text(form.place.file), .optional(form.place.line),
      ])
    try add(.participant, form.participant.displayName, beside: reading.id)
    for (line, entry) in zip(reading.lines, form.entries) { try add(line, entry, of: reading.id) }
    for (index, agreement) in form.agreements.enumerated() { try add(agreement, position: index + 1, of: reading.id) }
    for (index, topic) in form.topics.enumerated() {
      try session.run(
        .add_reading_topic,
        reading.id.values + [.integer(index + 1), .text(topic.code), .optional(topic.contributedBy?.rawValue)])
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
      .add_reading_line,
      reading.values + [
        .integer(line.position), .optional(entry.place.line), .text(entry.place.path), .text(line.taskWritten.text),
        .optional(line.task?.text), written, level, reason, .text(line.role.rawValue), .text(line.seenOn.iso),
      ])
    try add(.note, entry.note, beside: reading, position: line.position)
    try add(.judge, entry.byName, beside: reading, position: line.position)
    try add(.task_name, entry.taskName, beside: reading, position: line.position)
  }

  private func add(_ agreement: FormAgreement, position: Int, of reading: ReadingID) throws {
    let statement = agreement.statement
    try session.run(
      .add_reading_agreement,
      reading.values + [
        .integer(position), .text(statement.id), .text(statement.owner.rawValue), .optional(statement.dueOn?.iso),
        .text(statement.status.rawValue), .text(agreement.task), .text(agreement.follows),
      ])
    try add(.agreement, agreement.text, beside: reading, position: position)
    try add(.owner, agreement.ownerName, beside: reading, position: position)
  }
}
