/// An agreement of a school's forms as it stands on one day.
public struct StandingAgreement: Sendable, Hashable {
  /// Whose forms state it.
  public let sender: SenderKey
  /// The sender's id.
  public let id: String
  /// Whose agreement it is.
  public let trainee: TraineeID
  /// The statement that counts: a closed one before any open one, else the latest.
  public let statement: ReadAgreement
  /// What was read of the form that states it, where its words are kept.
  public let reading: ReadingID
  /// The day of the conversation in which it was stated.
  public let statedOn: CalendarDate

  /// Whether it is open and its day is past.
  public func isOverdue(on today: CalendarDate) -> Bool {
    statement.status == .open && statement.dueOn.map { $0 < today } ?? false
  }
}

extension Knowledge {
  /// The agreements of a trainee on a day, in the order of their ids: closed beats open whatever the dates.
  public func agreements(of trainee: TraineeID, asOf day: CalendarDate) -> [StandingAgreement] {
    var standing: [AgreementKey: StandingAgreement] = [:]
    for form in forms(of: trainee, upTo: day) {
      for statement in form.reading.agreements {
        let identity = form.arrival.identity
        // An agreement's id belongs to the sender and the participant, so forms of one trainee share it.
        let key = AgreementKey(sender: identity.sender, participant: identity.participant, id: FormID(statement.id))
        let candidate = StandingAgreement(
          sender: identity.sender, id: statement.id, trainee: trainee, statement: statement, reading: form.reading.id,
          statedOn: identity.heldOn)
        if let known = standing[key], Self.counts(known, before: candidate) { continue }
        standing[key] = candidate
      }
    }
    return standing.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What identifies an agreement: its sender, the participant and the sender's id.
  private struct AgreementKey: Hashable, Comparable {
    let sender: SenderKey
    let participant: ParticipantKey
    let id: FormID

    static func < (one: Self, other: Self) -> Bool {
      if one.sender != other.sender { return one.sender < other.sender }
      return one.participant != other.participant ? one.participant < other.participant : one.id < other.id
    }
  }

  private static func counts(_ one: StandingAgreement, before other: StandingAgreement) -> Bool {
    let (oneClosed, otherClosed) = (one.statement.status != .open, other.statement.status != .open)
    return oneClosed != otherClosed ? oneClosed : other.statedOn < one.statedOn
  }

  /// The forms about a trainee of this day or before, by day, then by message and form.
  func forms(of trainee: TraineeID, upTo day: CalendarDate) -> [CountingForm] {
    attributedForms.filter { $0.trainee == trainee && $0.form.arrival.identity.heldOn <= day }.map(\.form)
      .sorted { $0.arrival.identity.heldOn < $1.arrival.identity.heldOn }
  }

  /// The days on which conversations with a trainee were held, on this day or before, earliest first; each day once.
  public func conversationDays(of trainee: TraineeID, upTo day: CalendarDate) -> [CalendarDate] {
    Set(forms(of: trainee, upTo: day).filter(\.reading.kind.isConversation).map(\.arrival.identity.heldOn)).sorted()
  }

  /// The day that was last named for the next conversation; nil when none was, or one was held on that day or after it.
  public func nextConversation(of trainee: TraineeID, asOf day: CalendarDate) -> CalendarDate? {
    let held = forms(of: trainee, upTo: day).filter(\.reading.kind.isConversation)
    guard let last = held.last?.arrival.identity.heldOn, let naming = held.last(where: { $0.reading.nextConversation != nil }),
      let named = naming.reading.nextConversation, last < named
    else { return nil }
    return named
  }
}
