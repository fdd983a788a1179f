/// An agreement as it stands on one day: one that was made here, or one of a school's forms under the school's own id.
public struct StandingAgreement: Sendable, Hashable {
  /// Who keeps it: a person, or what a school's form says, which is a role.
  public enum Owner: Sendable, Hashable {
    case person(PersonID)
    case role(Role)
  }
  /// How it stands.
  public enum Status: Sendable, Hashable {
    case open
    case done(on: CalendarDate)
    case dropped(on: CalendarDate)
    /// Another agreement took its place.
    case reworded(into: AgreementID, on: CalendarDate)

    /// The day on which it was closed; nil for an open one.
    public var closedOn: CalendarDate? {
      switch self {
      case .open: nil
      case .done(let day), .dropped(let day), .reworded(_, let day): day
      }
    }
  }
  /// A step (actie) of it; the words stand beside the fact.
  public struct Step: Sendable, Hashable {
    /// The event that named it.
    public let fact: FactID
    /// Whether it was done.
    public let isDone: Bool
  }
  /// Its name: ours, or the school's own.
  public let id: AgreementID
  /// Whose agreement it is.
  public let trainee: TraineeID
  /// Who keeps it.
  public let owner: Owner
  /// The day by which it is kept; nil when none was agreed.
  public let dueOn: CalendarDate?
  /// The task it is about, as it was written; nil for none.
  public let task: String?
  /// How it stands.
  public let status: Status
  /// The day on which it was made, or a form stated it first.
  public let madeOn: CalendarDate
  /// The agreement that it rewords; nil for a new one.
  public let follows: AgreementID?
  /// Its steps, in the order in which they were named.
  public let steps: [Step]
  /// How many conversations it was carried to and left open by.
  public let timesCarried: Int
  /// How many times it was given another day.
  public let timesMoved: Int
  /// Where its words stand: beside a fact, at a position.
  public let words: (fact: FactID, position: Int)

  /// Whether it is open.
  public var isOpen: Bool { status == .open }

  /// Whether it is open and its day is past.
  public func isOverdue(on today: CalendarDate) -> Bool { isOpen && dueOn.map { $0 < today } ?? false }

  /// Equal when they are the same agreement, standing the same.
  public static func == (one: Self, other: Self) -> Bool {
    one.id == other.id && one.trainee == other.trainee && one.status == other.status && one.dueOn == other.dueOn
  }

  /// By its name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Knowledge {
  /// The agreements of a trainee on a day, those of schools first, each in the order of their ids.
  ///
  /// Closed beats open whatever the dates; what a person closed here goes before what a form says of it. An agreement that
  /// another rewords is closed by it on the day of the other.
  public func agreements(of trainee: TraineeID, asOf day: CalendarDate) -> [StandingAgreement] {
    let events = Dictionary(
      grouping: (conversationsOfTrainees.agreementEvents[trainee] ?? []).filter { $0.on <= day }, by: \.agreement)
    let conversationDays = conversationDays(of: trainee, upTo: day)
    let made = schoolAgreements(of: trainee, asOf: day) + ownAgreements(of: trainee, asOf: day)
    var successors: [AgreementID: (id: AgreementID, day: CalendarDate)] = [:]
    for draft in made {
      if let earlier = draft.follows, successors[earlier] == nil { successors[earlier] = (draft.id, draft.madeOn) }
    }
    return made.map { draft in
      let own = events[draft.id] ?? []
      let status = Self.status(of: draft, own, successors[draft.id])
      let stepsDone = Set(own.compactMap { if case .stepDone(let step) = $0.change { step } else { nil } })
      let moves = own.filter { if case .moved = $0.change { true } else { false } }
      var dueOn = draft.dueOn
      if case .moved(let to) = moves.last?.change { dueOn = to }
      return StandingAgreement(
        id: draft.id, trainee: trainee, owner: draft.owner, dueOn: dueOn, task: draft.task, status: status,
        madeOn: draft.madeOn, follows: draft.follows,
        steps: own.filter { $0.change == .step }.map { .init(fact: $0.id, isDone: stepsDone.contains($0.id)) },
        timesCarried: conversationDays.count { held in draft.madeOn < held && status.closedOn.map { held < $0 } ?? true },
        timesMoved: moves.count, words: draft.words)
    }.sorted { $0.id < $1.id }
  }

  /// The agreements that one was made of, the earliest first, itself last.
  public static func lineage(of agreement: StandingAgreement, in all: [StandingAgreement]) -> [StandingAgreement] {
    var line = [agreement]
    while let earlier = line[0].follows, let found = all.first(where: { $0.id == earlier }),
      !line.contains(where: { $0.id == earlier })
    {
      line.insert(found, at: 0)
    }
    return line
  }

  private static func status(
    of draft: AgreementDraft, _ events: [AgreementEvent], _ successor: (id: AgreementID, day: CalendarDate)?
  ) -> StandingAgreement.Status {
    for event in events {
      if event.change == .done { return .done(on: event.on) }
      if event.change == .dropped { return successor.map { .reworded(into: $0.id, on: $0.day) } ?? .dropped(on: event.on) }
    }
    if case .done = draft.status { return draft.status }
    return successor.map { .reworded(into: $0.id, on: $0.day) } ?? draft.status
  }
}

/// An agreement as it was made or stated, before what happened to it.
struct AgreementDraft {
  let id: AgreementID
  let owner: StandingAgreement.Owner
  let dueOn: CalendarDate?
  let task: String?
  let status: StandingAgreement.Status
  let madeOn: CalendarDate
  let follows: AgreementID?
  let words: (fact: FactID, position: Int)
}

extension Knowledge {
  private func ownAgreements(of trainee: TraineeID, asOf day: CalendarDate) -> [AgreementDraft] {
    (conversationsOfTrainees.agreements[trainee] ?? []).filter { $0.madeOn <= day }.map { agreement in
      AgreementDraft(
        id: agreement.name, owner: .person(agreement.owner), dueOn: agreement.dueOn, task: agreement.task?.text, status: .open,
        madeOn: agreement.madeOn, follows: agreement.follows, words: (agreement.id, 0))
    }
  }

  /// What forms state: of each id the statement that counts, a closed one before any open one, else the latest.
  private func schoolAgreements(of trainee: TraineeID, asOf day: CalendarDate) -> [AgreementDraft] {
    var standing: [SchoolAgreementID: AgreementDraft] = [:]
    for form in forms(of: trainee, upTo: day) {
      let identity = form.arrival.identity
      for (index, statement) in form.reading.agreements.enumerated() {
        // An agreement's id belongs to the sender and the participant, so forms of one trainee share it.
        let key = SchoolAgreementID(subject: identity.subject, id: statement.id)
        let known = standing[key]
        // Forms come by day, so the later statement counts.
        if let known, known.status != .open, statement.status == .open { continue }
        let status: StandingAgreement.Status =
          switch statement.status {
          case .open: .open
          case .gereed: .done(on: identity.heldOn)
          case .vervallen: .dropped(on: identity.heldOn)
          }
        let follows = statement.follows.isEmpty ? nil : SchoolAgreementID(subject: identity.subject, id: statement.follows)
        standing[key] = AgreementDraft(
          id: .school(key), owner: .role(statement.owner), dueOn: statement.dueOn,
          task: statement.task.isEmpty ? nil : statement.task, status: status, madeOn: known?.madeOn ?? identity.heldOn,
          follows: follows.map(AgreementID.school), words: (form.reading.id, index + 1))
      }
    }
    return standing.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension StandingAgreement.Owner {
  /// The person, also of a role that one person is to this trainee; nil for another role.
  public func person(of trainee: Trainee) -> PersonID? {
    switch self {
    case .person(let id): id
    case .role(.student): trainee.id
    case .role(.werkplekbegeleider), .role(.praktijkopleider): trainee.mentor
    case .role(.leidinggevende): trainee.lineManager
    case .role: nil
    }
  }

  /// What the owner is to this trainee; nil for somebody else of the leerbedrijf.
  public func role(of trainee: Trainee) -> Role? {
    switch self {
    case .role(let role): role
    case .person(let id):
      id == trainee.id ? .student : id == trainee.mentor ? .werkplekbegeleider : id == trainee.lineManager ? .leidinggevende : nil
    }
  }
}
