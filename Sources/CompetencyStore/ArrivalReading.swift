public import CompetencyCore

extension StoreReader {
  /// The content of a message that was here before; nil for one that is new.
  public func content(of message: MessageKey) throws -> ContentDigest? {
    try session.rows(.content_of_message, message.values) { ContentDigest(hex: try $0.text(0)) }.first
  }

  /// One form that came in a message.
  public struct MessageForm: Sendable {
    /// The booking that imported it.
    public let booking: BookingNumber
    /// Its id.
    public let formID: FormID
    /// Whom it is about.
    public let subject: FormSubject
    /// What was read from it.
    public let reading: ReadingID
  }

  /// Every form that came in a message, by each booking that imported it.
  public func forms(of message: MessageKey) throws -> [MessageForm] {
    try session.rows(.arrivals_of_message, message.values) { row in
      MessageForm(
        booking: try row.bookingNumber(0), formID: FormID(try row.text(1)),
        subject: FormSubject(sender: message.sender, participant: ParticipantKey(try row.text(2))),
        reading: try row.factID(at: 3))
    }
  }

  /// One arrival of a form with the content that was read.
  public struct KnownForm: Sendable {
    /// The booking that imported it.
    public let booking: BookingNumber
    /// Which form.
    public let identity: FormIdentity
    /// What was read from it.
    public let reading: ReadingID
    /// The content of that.
    public let content: ContentDigest
  }

  /// Every arrival of the forms that a sender gave this id.
  public func arrivals(of form: FormID, from sender: SenderKey) throws -> [KnownForm] {
    try session.rows(.arrivals_of_form, [.text(sender.text), .text(form.text)]) { row in
      KnownForm(
        booking: try row.bookingNumber(0),
        identity: FormIdentity(
          sender: sender, formID: form, participant: ParticipantKey(try row.text(1)), heldOn: try row.day(2)),
        reading: try row.factID(at: 3), content: ContentDigest(hex: try row.text(5)))
    }
  }

  /// The messages that say they take the place of this one.
  public func corrections(of message: MessageKey) throws -> [MessageKey] {
    try session.rows(.corrections_of_message, message.values) { row in
      MessageKey(sender: SenderKey(kept: try row.text(0)), id: MessageID(try row.text(1)))
    }
  }
}

extension MessageKey {
  /// The first two columns of every table of messages.
  var values: [SQLValue] { [.text(sender.text), .text(id.text)] }
}
