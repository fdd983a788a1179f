public import CompetencyCore
internal import CompetencyStore

/// The log: what was written, by whom, and how much of it.
public enum LogJourney {
  /// One booking with what it wrote, in counts and never in words.
  public struct Entry: Sendable {
    /// The booking.
    public let booking: Booking
    /// The day in the company's zone.
    public let day: CalendarDate
    /// The time of day, `09.12`.
    public let time: String
    /// The name of who acted; nil for the administration.
    public let actorName: String?
    /// Whether it is live.
    public let isLive: Bool
    /// How many things it wrote: rows of the set-up, forms, records, decisions, answers, facts of conversations.
    public let count: Int
    /// The names of the trainees it is about when they are at most three.
    public let trainees: [String]
  }

  /// The newest bookings first.
  public static func run(_ context: JourneyContext, atMost limit: Int?) throws(Refusal) -> [Entry] {
    try context.look(.seeLog) { situation in
      let zone = situation.zone
      let isAdministration = situation.actor.roles.contains(.beheer)
      let seen = situation.ledger.bookings.reversed().filter { isAdministration || $0.by == situation.actor.id }
      let contents = BookingContents(situation.ledger, situation.company)
      return seen.prefix(limit ?? Int.max).map { booking in
        Entry(
          booking: booking, day: CompanyZone.day(of: booking.recordedAt, zone: zone),
          time: CompanyZone.time(of: booking.recordedAt, zone: zone),
          actorName: booking.by.map { situation.company.name(of: $0)?.full ?? $0.text },
          isLive: situation.knowledge.live.contains(booking.number), count: contents.count[booking.number] ?? 0,
          trainees: contents.trainees[booking.number].map { names in names.count <= 3 ? names.sorted() : [] } ?? [])
      }
    }
  }
}

/// How much each booking wrote, and about whom.
private struct BookingContents {
  private(set) var count: [BookingNumber: Int] = [:]
  private(set) var trainees: [BookingNumber: Set<String>] = [:]

  init(_ ledger: Ledger, _ company: Company) {
    for version in ledger.setup { note(version.booking, nil, company) }
    let readings = Dictionary(ledger.readings.map { ($0.id, $0.trainee) }, uniquingKeysWith: { first, _ in first })
    for form in ledger.forms { note(form.booking, readings[form.reading] ?? nil, company) }
    for record in ledger.records { note(record.id.booking, record.trainee, company) }
    for withdrawal in ledger.withdrawals { note(withdrawal.id.booking, withdrawal.trainee, company) }
    for decision in ledger.decisions where count[decision.id.booking] == nil {
      note(decision.id.booking, decision.key.trainee, company)
    }
    for talk in ledger.wallTalks { note(talk.id.booking, nil, company) }
    for change in ledger.routeChanges { note(change.id.booking, change.trainee, company) }
    for answer in ledger.answers { note(answer.id.booking, nil, company) }
    for mention in ledger.conversations.mentions { note(mention.fact.booking, mention.trainee, company) }
  }

  private mutating func note(_ booking: BookingNumber, _ trainee: TraineeID?, _ company: Company) {
    count[booking, default: 0] += 1
    if let name = trainee.flatMap({ company.trainees[$0]?.name.full }) { trainees[booking, default: []].insert(name) }
  }
}
