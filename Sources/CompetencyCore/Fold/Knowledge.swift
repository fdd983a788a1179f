/// What was known at one booking: the set-up and every fact that counts, before a day is chosen.
public struct Knowledge: Sendable {
  /// The bookings that are live.
  public let live: LiveBookings
  /// The set-up.
  public let company: Company
  /// The messages that count.
  public let messages: Set<MessageKey>
  /// The forms that count, in the order of their messages.
  public let forms: [CountingForm]
  /// The facts of each cell that has any.
  public let cells: [CellKey: CellFacts]
  /// What is asked of a person about forms that count, in the order of the questions.
  public let questions: [OpenQuestion]
  /// The forms that count and whose trainee is known.
  public let attributedForms: [AttributedForm]
  /// The same by trainee, each trainee's by day, then by message and form.
  let formsByDay: [TraineeID: [CountingForm]]
  /// What is live of conversations and of what follows from them.
  public let conversations: ConversationLedger
  /// The parts of that which are asked of one trainee after another.
  let conversationsOfTrainees: ConversationsByTrainee
  /// What was planned anew of each trainee's route and is live, by the day from which it holds, then as it was written.
  public let routeChanges: [TraineeID: [RouteChange]]
  /// The walls that were talked over.
  public let wallTalks: [WallTalk]
  /// The answers that are live.
  let answers: LiveAnswers
  private let decided: [DecisionKey: Decision.Verdict]
  private let dismissed: Set<DecisionKey>

  /// What was known at this booking; nil for the last one.
  public init(_ ledger: Ledger, knownOn limit: BookingNumber? = nil, scale: MasteryScale = .standard) {
    self.init(ledger, within: Frame(ledger, knownOn: limit, scale: scale))
  }

  /// What was known of the facts of a ledger, which need be those of some trainees only, within a known frame.
  public init(_ ledger: Ledger, within frame: Frame) {
    let live = frame.live
    (self.live, company, answers) = (live, frame.company, frame.answers)
    conversations = ledger.conversations.filter { live.contains($0) }
    wallTalks = ledger.wallTalks.filter { live.contains($0.id.booking) }
    conversationsOfTrainees = ConversationsByTrainee(conversations)
    routeChanges = Dictionary(
      grouping: ledger.routeChanges.filter { live.contains($0.id.booking) }.sorted { ($0.on, $0.id) < ($1.on, $1.id) },
      by: \.trainee)
    let counting = CountingForms(ledger, live: live)
    (messages, forms) = (counting.messages, counting.forms)

    var sorting = FormSorting(answers: answers)
    for form in counting.forms { sorting.take(form) }
    var cells = sorting.cells
    for record in ledger.records where live.contains(record.id.booking) {
      let statement = Statement(record)
      cells[statement.cell, default: CellFacts()].add(statement)
    }
    for withdrawal in ledger.withdrawals where live.contains(withdrawal.id.booking) {
      let cell = CellKey(trainee: withdrawal.trainee, task: withdrawal.task)
      cells[cell, default: CellFacts()].withdrawals.append(withdrawal)
    }
    self.cells = cells
    (questions, attributedForms) = (sorting.openQuestions, sorting.attributed)
    formsByDay = Dictionary(grouping: sorting.attributed, by: \.trainee).mapValues { forms in
      forms.map(\.form).sorted { $0.arrival.identity.heldOn < $1.arrival.identity.heldOn }
    }
    let decisions = ledger.decisions.filter { live.contains($0.id.booking) }
    decided = Dictionary(
      decisions.filter { $0.verdict != .dismissed }.map { ($0.key, $0.verdict) }, uniquingKeysWith: { _, later in later })
    dismissed = Set(decisions.filter { $0.verdict == .dismissed }.map(\.key))
  }

  /// Whether somebody accepted or refused a proposal with this content.
  public func isDecided(_ proposal: DecisionKey) -> Bool { decided[proposal] != nil }

  /// What was decided last on a proposal with this content: accepted or refused; nil when nobody did.
  public func verdict(on proposal: DecisionKey) -> Decision.Verdict? { decided[proposal] }

  /// Whether somebody dismissed a disagreement with this content.
  public func isDismissed(_ disagreement: DecisionKey) -> Bool { dismissed.contains(disagreement) }
}

extension Knowledge {
  /// What was known apart from the facts of trainees: which bookings are live, the set-up, the answers.
  public struct Frame: Sendable {
    /// The bookings that are live.
    public let live: LiveBookings
    /// The set-up.
    public let company: Company
    let answers: LiveAnswers

    /// The frame of a ledger at this booking; nil for the last one.
    public init(_ ledger: Ledger, knownOn limit: BookingNumber? = nil, scale: MasteryScale = .standard) {
      live = LiveBookings(ledger.bookings, upTo: limit)
      var company = Company(scale: scale)
      for version in ledger.setup where live.contains(version.booking) { company.apply(version.row, in: version.booking) }
      company.apply(ledger.restrictions.filter { [live] in live.contains($0.id.booking) })
      self.company = company
      answers = LiveAnswers(ledger.answers, live: live)
    }

    /// The frame of the bookings and answers of a ledger now, with the set-up that was made of its rows.
    public init(_ ledger: Ledger, company: Company) {
      live = LiveBookings(ledger.bookings, upTo: nil)
      var company = company
      company.apply(ledger.restrictions.filter { [live] in live.contains($0.id.booking) })
      (self.company, answers) = (company, LiveAnswers(ledger.answers, live: live))
    }

    /// The same frame after more bookings, which undo nothing, add nothing to the set-up and answer nothing.
    public init(_ frame: Frame, and bookings: [Booking]) {
      live = LiveBookings(frame.live, and: bookings)
      (company, answers) = (frame.company, frame.answers)
    }
  }
}

/// A form that counts and whose trainee is known.
public struct AttributedForm: Sendable {
  /// The form.
  public let form: CountingForm
  /// Whom it is about.
  public let trainee: TraineeID
}

/// Something that forms ask and that only a person can tell.
public struct OpenQuestion: Sendable, Hashable {
  /// A line, or with position nil a whole form, that waits for the answer.
  public struct Asker: Sendable, Hashable {
    /// What was read from the form.
    public let reading: ReadingID
    /// The line's order in the form; nil for the whole form.
    public let position: Int?
  }
  /// What is asked.
  public let key: QuestionKey
  /// Who asks it, in the order of the forms; at least one.
  public let askers: [Asker]
}
