public import CompetencyCore

/// What hangs together: trainees, and the participants of senders that were taken for them.
public struct FormFamily: Sendable {
  /// The trainees.
  public var trainees: Set<TraineeID> = []
  /// The participants.
  public var subjects: Set<FormSubject> = []

  /// Nobody.
  public init() {}
}

extension StoreReader {
  /// Everybody who hangs together with this participant or trainee by a form or by an answer.
  ///
  /// - Parameter named: which participants were ever said by an answer to be which trainee.
  public func family(
    of subjects: Set<FormSubject>, _ trainees: Set<TraineeID>, named: [(subject: FormSubject, trainee: TraineeID)]
  ) throws -> FormFamily {
    var family = FormFamily()
    var (comingSubjects, comingTrainees) = (subjects, trainees)
    while !comingSubjects.isEmpty || !comingTrainees.isEmpty {
      family.subjects.formUnion(comingSubjects)
      family.trainees.formUnion(comingTrainees)
      var (nextSubjects, nextTrainees) = (Set<FormSubject>(), Set<TraineeID>())
      for subject in comingSubjects {
        nextTrainees.formUnion(try self.trainees(of: subject))
        for name in named where name.subject == subject { nextTrainees.insert(name.trainee) }
      }
      for trainee in comingTrainees {
        nextSubjects.formUnion(try self.subjects(of: trainee))
        for name in named where name.trainee == trainee { nextSubjects.insert(name.subject) }
      }
      (comingSubjects, comingTrainees) = (nextSubjects.subtracting(family.subjects), nextTrainees.subtracting(family.trainees))
    }
    return family
  }

  /// The participants of forms that asked something when they arrived.
  public func waitingSubjects() throws -> [FormSubject] {
    try session.rows(.waiting_participants) { row in
      FormSubject(sender: SenderKey(kept: try row.text(0)), participant: ParticipantKey(try row.text(1)))
    }
  }

  /// The arrivals of all messages that take the place of another.
  public func corrections() throws -> [MessageArrival] {
    try session.rows(.all_corrections) { try $0.messageArrival() }
  }

  /// Adds the facts about these trainees and participants to a ledger that has the bookings, the set-up and the answers.
  ///
  /// - Parameter withConversations: whether the facts of conversations and of routes are read too; an import has no use for them, and
  ///   reads thousands of families.
  public func add(_ family: FormFamily, to ledger: inout Ledger, withConversations: Bool) throws {
    for subject in family.subjects.sorted() { try add(subject, to: &ledger) }
    for trainee in family.trainees.sorted() {
      let id: [SQLValue] = [.text(trainee.text)]
      ledger.records += try session.rows(.hand_records_of_trainee, id) { try $0.handRecord() }
      ledger.withdrawals += try session.rows(.withdrawals_of_trainee, id) { try $0.withdrawal() }
      ledger.decisions += try session.rows(.decisions_of_trainee, id) { try $0.decision() }
    }
    guard withConversations else { return }
    for trainee in family.trainees.sorted() { ledger.routeChanges += try routeChanges(of: trainee) }
    ledger.conversations = try conversationLedger(of: family.trainees)
  }

  private func add(_ subject: FormSubject, to ledger: inout Ledger) throws {
    let key: [SQLValue] = [.text(subject.sender.text), .text(subject.participant.text)]
    ledger.forms += try session.rows(.arrivals_of_participant, key) { row in
      let arrival = try row.formArrival(createdAt: Instant(milliseconds: Int64(try row.integer(10))))
      let message = MessageArrival(
        booking: arrival.booking, key: arrival.message, createdAt: arrival.createdAt,
        replaces: try row.optionalText(11).map(MessageID.init))
      // Forms of one message follow on each other.
      if ledger.messages.last != message { ledger.messages.append(message) }
      return arrival
    }
    ledger.readings += try session.rows(.readings_of_participant, key) { row in
      let id = try row.factID()
      return try row.formReading(
        lines: try session.rows(.lines_of_reading, id.values) { try $0.readLine() },
        agreements: try session.rows(.agreements_of_reading, id.values) { try $0.readAgreement() })
    }
  }

  private func trainees(of subject: FormSubject) throws -> [TraineeID] {
    try session.rows(.trainees_of_participant, [.text(subject.sender.text), .text(subject.participant.text)]) { row in
      try row.value(0, TraineeID.init)
    }
  }

  private func subjects(of trainee: TraineeID) throws -> [FormSubject] {
    try session.rows(.participants_of_trainee, [.text(trainee.text)]) { row in
      FormSubject(sender: SenderKey(kept: try row.text(0)), participant: ParticipantKey(try row.text(1)))
    }
  }
}
