public import CompetencyCore
internal import CompetencyStore

/// Writing down what is said while the conversation goes on, a step at a time: nothing is lost when a page closes half-way.
///
/// What is said stands under the event that began the conversation, until the record takes it over. Once there is a record, a
/// step makes a new version of it.
public enum StepJourney {
  /// A conversation that goes on, or whose record is changed.
  public struct Outcome: Sendable {
    /// The conversation with what both sides prepared.
    public let prepared: PrepareJourney.Outcome
    /// What was written down until now, by the code of a topic.
    public let said: [String: String]
    /// The moment at which it began, and as the clock of the company says it; nil before.
    public let begun: (at: Instant, time: String)?
    /// The agreements that were made in it.
    public let made: [(agreement: StandingAgreement, words: String)]
    /// The open agreements of before of which nothing was said since it began.
    public let untouched: [(agreement: StandingAgreement, words: String)]
    /// The names of those agreements of before that were closed or moved since it began.
    public let touched: [(agreement: StandingAgreement, words: String)]
    /// Who can keep an agreement with the trainee: who takes part first.
    public let people: [(id: PersonID, name: String)]
    /// The tasks that are being learned now.
    public let busy: [(task: TaskCode, title: String)]
  }

  /// Shows how far the conversation is.
  ///
  /// - Throws: ``Refusal`` when it was called off, or the acting person takes no part in it.
  public static func show(_ context: JourneyContext, who: String) throws(Refusal) -> Outcome {
    try context.meet(who, "conversation hold") { desk in
      let conversation = try desk.openConversation()
      try desk.requirePart(in: conversation)
      return try outcome(desk, conversation)
    }
  }

  /// Saves what a step added: words of topics, what became of agreements, and new ones. Topics without words are emptied.
  ///
  /// - Throws: ``Refusal`` when the conversation has not begun, when the trainee writes, or with every name that is not known.
  public static func save(
    _ context: JourneyContext, who: String, _ draft: ConversationDraft
  ) throws(Refusal) -> BookingNumber? {
    try context.write(about: who, "conversation hold", .conversation) { desk, facts in
      guard desk.side == .begeleider else { throw desk.situation.access.refusal }
      let conversation = try desk.openConversation()
      try desk.requirePart(in: conversation)
      var draft = draft
      draft.isShared = conversation.versions.last?.isShared ?? false
      let heldOn = conversation.dayOfHolding ?? desk.situation.today
      if case .recorded = conversation.state {
        _ = try ConversationRecording(desk: desk, conversation: conversation, draft: draft, heldOn: heldOn).write(&facts)
      } else if let begun = desk.beginning(of: conversation) {
        let recording = ConversationRecording(desk: desk, conversation: conversation, draft: draft, heldOn: heldOn)
        try recording.writeStep(&facts, under: begun)
      } else {
        throw Refusal(.notFound, .no_conversation, values: ["who": desk.trainee.name.full, "trainee": desk.trainee.id.text])
      }
    }.booking
  }

  private static func outcome(_ desk: ConversationDesk, _ conversation: Conversation) throws -> Outcome {
    let (prepared, situation) = (try PrepareJourney.outcome(desk, conversation), desk.situation)
    let beginning = desk.beginning(of: conversation)
    let ledger = situation.knowledge.conversations
    let own = Set(ledger.agreements.filter { $0.conversation == conversation.id }.map(\.name))
    let acted = Set(ledger.agreementEvents.filter { event in beginning.map { event.id > $0 } ?? false }.map(\.agreement))
    let earlier = prepared.words.agreements.filter { !own.contains($0.agreement.id) }
    let booking = beginning.flatMap { begun in situation.ledger.bookings.first { $0.number == begun.booking } }
    return Outcome(
      prepared: prepared, said: Dictionary(uniqueKeysWithValues: try said(conversation, desk).map { ($0.code, $0.words) }),
      begun: booking.map { ($0.recordedAt, CompanyZone.time(of: $0.recordedAt, zone: situation.zone)) },
      made: prepared.words.agreements.filter { own.contains($0.agreement.id) },
      untouched: earlier.filter { $0.agreement.isOpen && !acted.contains($0.agreement.id) },
      touched: earlier.filter { acted.contains($0.agreement.id) }, people: desk.keepers(in: conversation),
      busy: desk.matrix.cells(of: desk.trainee.id).filter { $0.aangeleerdOn != nil && $0.beheerstOn == nil }.map {
        ($0.key.task, situation.company.tasks[$0.key.task]?.title ?? $0.key.task.text)
      })
  }

  private static func said(
    _ conversation: Conversation, _ desk: ConversationDesk
  ) throws -> [(code: String, words: String)] {
    guard let last = conversation.versions.last else { return try desk.saidSoFar(in: conversation) }
    return try ShowConversationJourney.record(last, conversation, desk).topics
  }
}

extension ConversationDesk {
  /// The event that began a conversation; nil before it began.
  func beginning(of conversation: Conversation) -> FactID? {
    situation.knowledge.conversations.events.last { event in
      if event.conversation == conversation.id, case .started = event.change { true } else { false }
    }?.id
  }

  /// What was written down of a conversation before there is a record, the last words of each topic, in the order of topics.
  ///
  /// Words of which the beginning was undone are of the conversation still.
  func saidSoFar(in conversation: Conversation) throws -> [(code: String, words: String)] {
    let recorded = Set(conversation.versions.map(\.fact))
    var said: [String: String] = [:]
    for note in situation.knowledge.conversations.notes
    where note.conversation == conversation.id && !recorded.contains(note.version) {
      guard case .topic(let code) = note.kind else { continue }
      said[code] = try situation.reader.texts(beside: note.id).first?.body ?? ""
    }
    return ConversationTopic.allCases.compactMap { topic in
      said[topic.rawValue].flatMap { $0.isEmpty ? nil : (topic.rawValue, $0) }
    }
  }

  /// Who can keep an agreement with the trainee: the trainee, who guides, leads and holds, and then the others of the team.
  fileprivate func keepers(in conversation: Conversation) -> [(id: PersonID, name: String)] {
    let first = [trainee.id, trainee.mentor, trainee.lineManager, conversation.plan.holder, actor].compactMap { $0 }
    let near = nearby
    let rest = Array(near.people.keys) + near.trainees.values.filter { $0.status.isCurrent }.map(\.id)
    var seen: Set<PersonID> = []
    return (first + rest.sorted { (name(of: $0), $0.text) < (name(of: $1), $1.text) }).filter { seen.insert($0).inserted }
      .map { ($0, name(of: $0)) }
  }
}
