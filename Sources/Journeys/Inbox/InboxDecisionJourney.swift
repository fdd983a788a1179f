public import CompetencyCore
internal import CompetencyStore

/// Several decisions about what waits, saved as one booking that can be undone as a whole.
public enum InboxDecisionJourney {
  /// What is decided about one item.
  public struct Choice: Sendable {
    /// The name of the item.
    public let item: String
    /// Whether it is taken over; refused, or dismissed, else.
    public let isAccepted: Bool
    /// Why; taking over a disagreement needs it.
    public let reason: String

    /// A decision about an item.
    public init(item: String, isAccepted: Bool, reason: String) {
      (self.item, self.isAccepted, self.reason) = (item, isAccepted, reason)
    }
  }

  /// What was decided.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The names of the items that did not wait any more: somebody else decided meanwhile, or the level has moved.
    public let gone: [String]
  }

  /// What stands beside an item on a page.
  public struct Detail: Sendable {
    /// Where a form says it; nil for what was not said by a form.
    public let place: SourcePlace?
    /// Whether the acting person may take it over.
    public let mayAccept: Bool
  }

  /// Decides about each of these items that still waits.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when one of the decisions is not for the acting person, or lacks its reason;
  ///   nothing is kept then.
  public static func run(_ context: JourneyContext, _ choices: [Choice]) throws(Refusal) -> Outcome {
    try context.write(.decide) { situation, writer in
      let inbox = try Inbox(situation)
      let waiting = Dictionary(inbox.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let found = choices.compactMap { choice in waiting[choice.item].map { (choice, $0) } }
      let gone = choices.map(\.item).filter { waiting[$0] == nil }
      guard !found.isEmpty else { return Outcome(booking: nil, gone: gone) }
      let booking = context.booking(choices.contains(where: \.isAccepted) ? .accept : .refuse, after: situation)
      try writer.add(booking)
      _ = try write(found, in: situation, booking, writer)
      return Outcome(booking: booking.number, gone: gone)
    }
  }

  /// Writes the facts of decisions in a booking that was added.
  ///
  /// - Returns: the place of the next fact of the booking.
  static func write(
    _ decided: [(Choice, InboxItem)], in situation: Situation, _ booking: Booking, _ writer: StoreWriter
  ) throws -> Int {
    var ordinal = 1
    for (choice, item) in decided {
      let fact = FactID(booking: booking.number, ordinal: ordinal)
      let facts =
        choice.isAccepted
        ? try InboxJourney.acceptance(of: item, situation, from: fact, on: nil, reason: choice.reason)
        : try InboxJourney.refusal(of: item, from: fact)
      try facts.write(writer, reason: choice.reason)
      ordinal += facts.count
    }
    return ordinal
  }

  /// Where forms say these items, and which of them the acting person may take over, by the names of the items.
  public static func details(_ context: JourneyContext, of items: [InboxItem]) throws(Refusal) -> [String: Detail] {
    try context.look(.seeInbox, .frame) { situation in
      var details: [String: Detail] = [:]
      for item in items {
        switch item.content {
        case .proposal(let statement, let trainee, _), .disagreement(let statement, let trainee, _):
          var place: SourcePlace?
          if case .form(_, _, let position, let reading) = statement.origin {
            place = try situation.reader.source(of: reading).map { $0.lines[position] ?? $0.form }
          }
          details[item.id] = Detail(place: place, mayAccept: situation.access.role(toward: trainee)?.observes ?? false)
        case .question(_, _, let places, _): details[item.id] = Detail(place: places.first, mayAccept: false)
        }
      }
      return details
    }
  }
}
