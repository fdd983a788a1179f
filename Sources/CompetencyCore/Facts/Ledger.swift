/// Every fact that was ever written: the matrix at any day, as known at any booking, is a fold over this.
public struct Ledger: Sendable {
  /// The bookings in the order of their numbers.
  public var bookings: [Booking] = []
  /// Rows of the set-up as versions, in the order of their bookings.
  public var setup: [(booking: BookingNumber, row: SetupRow)] = []
  /// The messages that arrived.
  public var messages: [MessageArrival] = []
  /// The content of each message that ever arrived.
  public var messageContents: [MessageKey: ContentDigest] = [:]
  /// The forms that arrived in them.
  public var forms: [FormArrival] = []
  /// What was read from the forms.
  public var readings: [FormReading] = []
  /// What was recorded by hand.
  public var records: [HandRecord] = []
  /// What was taken back.
  public var withdrawals: [Withdrawal] = []
  /// What was decided on proposals and disagreements.
  public var decisions: [Decision] = []
  /// What was answered.
  public var answers: [Answer] = []
  /// What was planned anew of trainees' routes.
  public var routeChanges: [RouteChange] = []
  /// The walls that were talked over.
  public var wallTalks: [WallTalk] = []
  /// Whose data may only be kept.
  public var restrictions: [Restriction] = []
  /// What is known of conversations, and what follows from them.
  public var conversations = ConversationLedger()

  /// A ledger without facts.
  public init() {}

  /// Which participants of senders were ever said, by an answer, to be which trainee.
  public var namedSubjects: [(subject: FormSubject, trainee: TraineeID)] {
    answers.compactMap { answer in
      guard answer.question.subject == .trainee, case .trainee(let trainee) = answer.meaning else { return nil }
      let subject = FormSubject(sender: answer.question.sender, participant: ParticipantKey(answer.question.written))
      return (subject, trainee)
    }
  }

  /// The number of the next booking.
  public var nextBooking: BookingNumber { bookings.last?.number.next ?? .first }
}
