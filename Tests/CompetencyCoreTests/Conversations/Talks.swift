import CompetencyCore

/// Conversations of the sample company, one booking a fact; what is not said otherwise is about Sanne, by Mo.
struct Talks {
  private(set) var ledger: Ledger

  /// After what was seen on the floor.
  init(_ story: Story = Story()) { ledger = story.ledger }

  var knowledge: Knowledge { Knowledge(ledger) }

  /// Her only conversation.
  var conversation: Conversation { made(knowledge.conversations(with: .sanne).first) }

  func matrix(asOf day: CalendarDate) -> CompetencyMatrix { CompetencyMatrix(knowledge, asOf: day) }

  @discardableResult
  mutating func plans(
    on day: CalendarDate, moving earlier: ConversationID? = nil, with trainee: TraineeID = .sanne
  ) -> ConversationID {
    let id = next()
    let conversation = earlier ?? ConversationID(id)
    ledger.conversations.plans.append(
      ConversationPlan(
        id: id, conversation: conversation, trainee: trainee, kind: .voortgangsgesprek, template: "voortgangsgesprek",
        templateVersion: 1, day: day, time: nil, minutes: 27, holder: .mo))
    return conversation
  }

  @discardableResult
  mutating func says(
    _ change: ConversationEvent.Change, of conversation: ConversationID, with trainee: TraineeID = .sanne
  ) -> FactID {
    let id = next()
    ledger.conversations.events.append(
      ConversationEvent(id: id, conversation: conversation, trainee: trainee, change: change))
    return id
  }

  /// Plans a conversation and writes it down as held on a day.
  @discardableResult
  mutating func holds(on day: CalendarDate, with trainee: TraineeID = .sanne) -> ConversationID {
    let conversation = plans(on: day, with: trainee)
    says(.recorded(heldOn: day, minutes: 25, isShared: false), of: conversation, with: trainee)
    return conversation
  }

  /// Writes a level down with a version of the record.
  mutating func records(_ level: LevelID, seenOn day: CalendarDate, with version: FactID) {
    ledger.records.append(
      HandRecord(
        id: FactID(booking: version.booking, ordinal: version.ordinal + 1), trainee: .sanne, task: .migWelding,
        judgement: .level(level), seenOn: day, seenBy: .mo, role: .werkplekbegeleider, source: .conversation))
  }

  @discardableResult
  mutating func agrees(
    on day: CalendarDate, due: CalendarDate? = nil, by owner: PersonID = .sanne, instead earlier: AgreementID? = nil
  ) -> AgreementID {
    let agreement = Agreement(
      id: next(), trainee: .sanne, conversation: nil, owner: owner, madeOn: day, dueOn: due, task: nil, follows: earlier)
    ledger.conversations.agreements.append(agreement)
    return agreement.name
  }

  @discardableResult
  mutating func says(_ change: AgreementEvent.Change, of agreement: AgreementID, on day: CalendarDate) -> FactID {
    let id = next()
    ledger.conversations.agreementEvents.append(
      AgreementEvent(id: id, agreement: agreement, trainee: .sanne, on: day, change: change))
    return id
  }

  @discardableResult
  mutating func sets(
    _ results: KeyResult..., on day: CalendarDate, priority: Int = 1, instead earlier: GoalID? = nil
  ) -> GoalID {
    let id = next()
    ledger.conversations.goals.append(
      Goal(
        id: id, trainee: .sanne, conversation: nil, setOn: day, priority: priority, keyResults: results, follows: earlier))
    return GoalID(id)
  }

  mutating func reviews(_ goal: GoalID, _ verdict: GoalReview.Verdict, on day: CalendarDate) {
    ledger.conversations.goalReviews.append(
      GoalReview(id: next(), goal: goal, trainee: .sanne, conversation: nil, on: day, verdict: verdict))
  }

  mutating func hinders(since day: CalendarDate) -> ObstacleID {
    let id = next()
    ledger.conversations.obstacles.append(
      Obstacle(id: id, trainee: .sanne, conversation: nil, firstSeenOn: day, owner: nil))
    return ObstacleID(id)
  }

  mutating func takesAway(_ obstacle: ObstacleID, on day: CalendarDate) {
    ledger.conversations.obstacleEnds.append(ObstacleEnd(id: next(), obstacle: obstacle, trainee: .sanne, on: day))
  }

  /// A form of ROC Delta says how agreements stand.
  mutating func reads(_ agreements: ReadAgreement..., on day: CalendarDate) {
    let id = next(.import)
    let identity = FormIdentity(
      sender: SampleCompany.rocDelta, formID: FormID(id.name), participant: ParticipantKey(SampleCompany.studentNumber),
      heldOn: day)
    let message = MessageKey(sender: SampleCompany.rocDelta, id: MessageID(id.name))
    let made = Instant(milliseconds: Int64(id.booking.number))
    ledger.messages.append(MessageArrival(booking: id.booking, key: message, createdAt: made, replaces: nil))
    let reading = ReadingID(booking: id.booking, ordinal: 1)
    ledger.forms.append(
      FormArrival(booking: id.booking, message: message, createdAt: made, identity: identity, version: 1, reading: reading))
    ledger.readings.append(
      FormReading(
        id: reading, identity: identity, content: ContentDigest(hex: id.name), kind: .voortgangsgesprek, trainee: .sanne,
        lines: [], agreements: agreements))
  }

  /// Takes a fact's booking back.
  mutating func undoes(_ fact: FactID) { _ = next(.undo, undoes: fact.booking) }

  private mutating func next(_ kind: Booking.Kind = .conversation, undoes: BookingNumber? = nil) -> FactID {
    let number = ledger.nextBooking
    ledger.bookings.append(
      Booking(
        number: number, recordedAt: Instant(milliseconds: Int64(number.number)), by: .mo, account: "test", kind: kind,
        undoes: undoes))
    return FactID(booking: number, ordinal: 1)
  }
}

extension AgreementID {
  /// An agreement of ROC Delta about Sanne.
  static func rocDelta(_ id: String) -> AgreementID {
    let participant = ParticipantKey(SampleCompany.studentNumber)
    return .school(
      SchoolAgreementID(subject: FormSubject(sender: SampleCompany.rocDelta, participant: participant), id: id))
  }
}
