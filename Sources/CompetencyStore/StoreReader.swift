public import CompetencyCore

/// Reads within one moment of the database.
public struct StoreReader {
  let session: SQLSession

  /// A text that a person wrote, beside a fact or a line of a reading.
  public struct WrittenText: Sendable, Hashable {
    /// What the text is.
    public enum Kind: String, Sendable, CaseIterable {
      /// A remark beside a line, a record or an event; the reason of a withdrawal, a decision, a change of a
      /// route, or of what was called off, dropped or moved.
      case note, reason
      /// The name of who judged, beside the first line of a role; it holds for the lines of that role that follow, up
      /// to the next. Empty when they have none.
      case judge
      /// The name of the participant and of who keeps an agreement, as a form writes them.
      case participant, owner
      /// The name of a task, in databases of version 1; since then it stands with the line.
      case task_name
      /// The words of an agreement and of a topic of a conversation.
      case agreement, topic
      /// The words of an answer in preparation, which only ``StoreReader/preparationWords(of:_:)`` reads.
      case preparation
      /// A mark of a person, which only ``StoreReader/assessments(of:)`` reads.
      case assessment
      /// What the trainee asks to change in what was written down.
      case change
      /// A compliment; what is needed of a side; what the trainee or the organisation wants to grow into.
      case compliment, support, ambition
      /// The words of a goal, of an obstacle, and of a step of an agreement.
      case goal, obstacle, step
      /// What was learned of a profile.
      case lesson
      /// Feedback in its slots.
      case feedback_positief, feedback_ik, feedback_gedrag, feedback_effect, feedback_suggestie, feedback_reactie
      case feedback_afspraak
      /// How a trainee sees what was written of them.
      case own_view
    }
    /// The order of the line, agreement or topic that it stands beside; 0 for the fact as a whole.
    public let position: Int
    /// What the text is.
    public let kind: Kind
    /// The words.
    public let body: String
  }

  /// The texts beside one fact or reading; those of a preparation and of a mark are not among them.
  public func texts(beside fact: FactID) throws -> [WrittenText] {
    try session.rows(.texts_of_booking_fact, [.integer(fact.booking.number), .integer(fact.ordinal)]) { row in
      WrittenText(
        position: try row.integer(0), kind: try row.value(1, WrittenText.Kind.init(rawValue:)), body: try row.text(2))
    }
  }

  /// Where a reading was read.
  public struct ReadingSource: Sendable {
    /// The place of the form.
    public let form: SourcePlace
    /// The place of each line, by its order in the form.
    public let lines: [Int: SourcePlace]
  }

  /// Where a reading and its lines were read; nil for a reading that is not here.
  public func source(of reading: ReadingID) throws -> ReadingSource? {
    var form: SourcePlace?
    var lines: [Int: SourcePlace] = [:]
    _ = try session.rows(.reading_source, [.integer(reading.booking.number), .integer(reading.ordinal)]) { row in
      let file = try row.text(0)
      form = SourcePlace(file: file, line: try row.optionalInteger(1))
      if let position = try row.optionalInteger(2) {
        lines[position] = SourcePlace(file: file, line: try row.optionalInteger(3), path: try row.optionalText(4) ?? "")
      }
    }
    return form.map { ReadingSource(form: $0, lines: lines) }
  }

  /// What was read from a form by topic, with whose words they are; a topic whose words were erased is left out.
  public func topics(of reading: ReadingID) throws -> [(code: String, contributedBy: Role?, words: String)] {
    try session.rows(.topics_of_reading, [.integer(reading.booking.number), .integer(reading.ordinal)]) { row in
      (try row.text(0), try row.optionalValue(1, Role.init(rawValue:)), try row.text(2))
    }
  }

  /// A piece of the bytes of a message as they came, from 1; nil after the last.
  public func piece(_ position: Int, of message: MessageKey) throws -> [UInt8]? {
    try session.rows(.kept_message, message.values + [.integer(position)]) { try $0.bytes(0) }.first
  }

  /// The name that each sender gave itself.
  public func senderNames() throws -> [SenderKey: String] {
    let names = try session.rows(.message_names) { row in (SenderKey(kept: try row.text(0)), try row.text(1)) }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// One setting of the company; nil when it was never set.
  public func setting(_ name: String) throws -> String? {
    try session.rows(.setting_value, [.text(name)]) { try $0.text(0) }.first
  }
}
