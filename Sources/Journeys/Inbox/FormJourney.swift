public import CompetencyCore
internal import CompetencyStore

/// The forms of schools, each as a whole: what it says beside what is known, and deciding about all of it at once.
public enum FormJourney {
  /// The forms that the acting person may see, the latest day first.
  public static func list(_ context: JourneyContext) throws(Refusal) -> [ReceivedForm] {
    try context.look(.seeInbox) { situation in
      let desk = try FormDesk(situation)
      return desk.forms.map { desk.summary(of: $0.form, $0.trainee) }
    }
  }

  /// A form with each of its lines.
  public static func show(
    _ context: JourneyContext, _ name: String
  ) throws(Refusal) -> (content: ReceivedFormContent, company: Company) {
    try context.look(.seeInbox) { situation in
      let desk = try FormDesk(situation)
      let (form, trainee) = try desk.find(name)
      return (try desk.content(of: form, trainee), situation.company)
    }
  }

  /// An agreement of a form that is not taken over.
  public struct Dropped: Sendable {
    /// The name of the agreement, as the school wrote it.
    public let agreement: String
    /// Why; never empty.
    public let reason: String

    /// An agreement that is not taken over.
    public init(agreement: String, reason: String) { (self.agreement, self.reason) = (agreement, reason) }
  }

  /// Decides about lines and agreements of a form that still wait, as one booking; the form counts as read by that.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when one of the decisions is not for the acting person, or lacks its reason;
  ///   nothing is kept then.
  public static func decide(
    _ context: JourneyContext, _ name: String, _ choices: [InboxDecisionJourney.Choice], dropping: [Dropped]
  ) throws(Refusal) -> InboxDecisionJourney.Outcome {
    try context.write(.decide) { situation, writer in
      let desk = try FormDesk(situation)
      let (form, trainee) = try desk.find(name)
      return try settle(desk, form, trainee, choices, dropping, context, writer)
    }
  }

  /// Refuses all of a form that still waits, for one reason: its proposals, what it says less, and the agreements of which the
  /// acting person may read the words.
  public static func refuse(
    _ context: JourneyContext, _ name: String, reason: String
  ) throws(Refusal) -> InboxDecisionJourney.Outcome {
    try context.write(.decide) { situation, writer in
      let desk = try FormDesk(situation)
      let (form, trainee) = try desk.find(name)
      let items = Set(desk.items(of: form, trainee).map(\.id)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return try settle(
        desk, form, trainee, items.map { .init(item: $0, isAccepted: false, reason: reason) },
        desk.agreements(of: form, trainee).filter(\.isOpen).map { Dropped(agreement: $0.id.description, reason: reason) },
        context,
        writer)
    }
  }

  /// Notes that the acting person read these forms to the end; those in which something waits are left as they are.
  ///
  /// - Returns: how many were noted.
  public static func markRead(_ context: JourneyContext, _ names: [String]) throws(Refusal) -> Int {
    try context.write(.seeInbox) { situation, writer in
      let desk = try FormDesk(situation)
      var count = 0
      for name in names {
        let (form, trainee) = try desk.find(name)
        let summary = desk.summary(of: form, trainee)
        guard summary.isSettled, summary.read == nil else { continue }
        try mark(form, in: situation, writer)
        count += 1
      }
      return count
    }
  }

  private static func mark(_ form: CountingForm, in situation: Situation, _ writer: StoreWriter) throws {
    guard let reader = situation.actor.id else { return }
    let page = FormReadMark.page(of: ReceivedFormID(form.reading.id))
    try writer.add(PageView(viewer: reader, trainee: nil, page: page, seenOn: situation.today))
  }

  private static func settle(
    _ desk: FormDesk, _ form: CountingForm, _ trainee: Trainee?, _ choices: [InboxDecisionJourney.Choice],
    _ dropping: [Dropped], _ context: JourneyContext, _ writer: StoreWriter
  ) throws -> InboxDecisionJourney.Outcome {
    let situation = desk.situation
    let waiting = Dictionary(desk.items(of: form, trainee).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let open = desk.agreements(of: form, trainee).filter(\.isOpen)
    let found = choices.compactMap { choice in waiting[choice.item].map { (choice, $0) } }
    let dropped = dropping.compactMap { drop in
      open.first { sameBytes($0.id.description, drop.agreement) }.map { ($0, drop.reason) }
    }
    let gone =
      choices.map(\.item).filter { waiting[$0] == nil }
      + dropping.map(\.agreement).filter { name in !open.contains { sameBytes($0.id.description, name) } }
    guard !found.isEmpty || !dropped.isEmpty else { return .init(booking: nil, gone: gone) }
    if let unexplained = dropped.first(where: { $0.1.isEmpty }) {
      throw Refusal(.usage, .drop_reason_needed, values: ["agreement": unexplained.0.id.description])
    }
    let booking = context.booking(found.contains { $0.0.isAccepted } ? .accept : .refuse, after: situation)
    try writer.add(booking)
    var ordinal = try InboxDecisionJourney.write(found, in: situation, booking, writer)
    for (agreement, reason) in dropped {
      let event = AgreementEvent(
        id: FactID(booking: booking.number, ordinal: ordinal), agreement: agreement.id, trainee: agreement.trainee,
        on: situation.today, change: .dropped)
      try writer.add(event, words: reason)
      ordinal += 1
    }
    if gone.isEmpty && found.count == waiting.count { try mark(form, in: situation, writer) }
    return .init(booking: booking.number, gone: gone)
  }
}
