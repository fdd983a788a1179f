public import CompetencyCore
internal import CompetencyStore

extension ScheduleJourney {
  /// A conversation as a calendar keeps it.
  public struct Appointment: Sendable {
    /// The last plan.
    public let plan: ConversationPlan
    /// With whom.
    public let trainee: Trainee
    /// Who holds it.
    public let holderName: String
    /// The given name of the other one, to who takes part in it; nil to who does not.
    public let otherGivenName: String?
    /// Whether it does not take place: it was called off, or its plan was undone.
    public let isCancelled: Bool
    /// How often the appointment changed; it only rises, so that a calendar knows which of two is the newer.
    public let sequence: Int
    /// When the plan was written.
    public let writtenAt: Instant
  }

  /// The conversations of a trainee, or of everybody whose conversations the acting person takes part in, that are planned or
  /// were called off, in the order of their names.
  public static func appointments(_ context: JourneyContext, who: String?) throws(Refusal) -> [Appointment] {
    try context.requirePerson("schedule ics")
    return try context.look(.converse, who.map(ConversationDesk.scope) ?? .readable) { situation in
      let changes = AppointmentChanges(situation.ledger)
      return try ConversationDesk.all(situation, who: who).flatMap { appointments($0, changes) }
        .sorted { $0.plan.conversation < $1.plan.conversation }
    }
  }

  /// The conversations in which the acting person takes part, as the trainee or as who holds them: those of the own calendar.
  public static func ownAppointments(_ context: JourneyContext) throws(Refusal) -> [Appointment] {
    try appointments(context, who: nil).filter { $0.otherGivenName != nil }
  }

  private static func appointments(_ desk: ConversationDesk, _ changes: AppointmentChanges) -> [Appointment] {
    let known = Dictionary(uniqueKeysWithValues: desk.conversations.map { ($0.id, $0) })
    let ever = Dictionary(
      grouping: desk.situation.ledger.conversations.plans.filter { $0.trainee == desk.trainee.id }, by: \.conversation)
    return ever.compactMap { id, plans in
      if case .recorded = known[id]?.state { return nil }
      // A plan that was undone may stand in somebody's calendar already; there it must go.
      guard let plan = known[id]?.plan ?? plans.max(by: { $0.id < $1.id }), let moment = changes.moment(of: plan.id.booking)
      else { return nil }
      return Appointment(
        plan: plan, trainee: desk.trainee, holderName: desk.name(of: plan.holder), otherGivenName: desk.otherGivenName(in: plan),
        isCancelled: known[id].map { $0.state == .cancelled } ?? true, sequence: changes.sequence(of: id), writtenAt: moment)
    }
  }
}

extension ConversationDesk {
  fileprivate func otherGivenName(in plan: ConversationPlan) -> String? {
    if actor == trainee.id { return situation.company.name(of: plan.holder)?.given ?? plan.holder.text }
    return actor == plan.holder ? trainee.name.given : nil
  }
}

/// What ever changed of appointments, also what was undone.
private struct AppointmentChanges {
  private var bookings: [ConversationID: [BookingNumber]] = [:]
  private let moments: [BookingNumber: Instant]
  private let undoing: [BookingNumber: [BookingNumber]]

  init(_ ledger: Ledger) {
    moments = Dictionary(ledger.bookings.map { ($0.number, $0.recordedAt) }) { first, _ in first }
    undoing = ledger.bookings.reduce(into: [:]) { undoing, booking in
      if let target = booking.undoes { undoing[target, default: []].append(booking.number) }
    }
    for plan in ledger.conversations.plans { bookings[plan.conversation, default: []].append(plan.id.booking) }
    for event in ledger.conversations.events where event.change == .cancelled {
      bookings[event.conversation, default: []].append(event.id.booking)
    }
  }

  func moment(of booking: BookingNumber) -> Instant? { moments[booking] }

  /// The plans and cancellations after the first plan, and every undoing of one, the undoing of that, and so on.
  func sequence(of conversation: ConversationID) -> Int {
    let changes = bookings[conversation] ?? []
    var (undoings, open) = (0, Array(Set(changes)))
    while let booking = open.popLast() {
      let next = undoing[booking] ?? []
      undoings += next.count
      open += next
    }
    return max(0, changes.count - 1 + undoings)
  }
}
