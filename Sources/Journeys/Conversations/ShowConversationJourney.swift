public import CompetencyCore
internal import CompetencyStore

/// Looking back at conversations: one with its words, or all of a trainee.
public enum ShowConversationJourney {
  /// A conversation with all that belongs to it.
  public struct Outcome: Sendable {
    /// The conversation.
    public let conversation: Conversation
    /// With whom.
    public let trainee: Trainee
    /// Its versions, the earliest first; empty when the acting person is not told the words.
    public let records: [ConversationRecord]
    /// Whether the acting person is told the words.
    public let readsWords: Bool
    /// The agreements that were made in it.
    public let agreements: [(agreement: StandingAgreement, words: String)]
    /// The goals that were set in it.
    public let goals: [(goal: StandingGoal, words: String)]
    /// The obstacles that were named in it.
    public let obstacles: [(obstacle: StandingObstacle, words: String)]
    /// What the trainee asks to be changed; nil for nothing.
    public let askedChange: String?
    /// What each side prepared; a sealed side is not there.
    public let preparations: [ConversationSide: [String: String]]
    /// The set-up, for names.
    public let company: Company
    /// Who holds it.
    public let holderName: String
    /// The next conversation that is planned; nil when none is.
    public let next: ConversationPlan?
    /// Today.
    public let today: CalendarDate
  }

  /// One conversation.
  public static func show(_ context: JourneyContext, who: String) throws(Refusal) -> Outcome {
    try context.meet(who, "conversation show") { desk in
      let named = ConversationID(typed: who)
      let recorded = desk.conversations.last { $0.heldOn != nil }
      // By a trainee's name the last that was written down is meant; what is still to come is prepared.
      let conversation = try named == nil ? recorded ?? desk.conversation(isShown: true) : desk.conversation()
      return try outcome(desk, conversation)
    }
  }

  private static func outcome(_ desk: ConversationDesk, _ conversation: Conversation) throws -> Outcome {
    let (readsWords, words) = (desk.readsWords(of: conversation), try desk.followUpWords())
    var preparations: [ConversationSide: [String: String]] = [:]
    for side in ConversationSide.allCases { preparations[side] = try desk.preparation(of: side, for: conversation) }
    var asked: String?
    if case .changeAsked(let event) = conversation.acknowledgement, readsWords {
      asked = try desk.situation.reader.texts(beside: event).first { $0.kind == .change }?.body
    }
    let ledger = desk.situation.knowledge.conversations
    func made(_ fact: FactID, _ facts: [(FactID, ConversationID?)]) -> Bool {
      facts.contains { $0.0 == fact && $0.1 == conversation.id }
    }
    let own = ledger.agreements.filter { $0.conversation == conversation.id }.map(\.name)
    return Outcome(
      conversation: conversation, trainee: desk.trainee,
      records: readsWords ? try conversation.versions.map { try record($0, conversation, desk) } : [], readsWords: readsWords,
      agreements: readsWords ? words.agreements.filter { own.contains($0.agreement.id) } : [],
      goals: readsWords ? words.goals.filter { $0.goal.goal.conversation == conversation.id } : [],
      obstacles: readsWords ? words.obstacles.filter { $0.obstacle.obstacle.conversation == conversation.id } : [],
      askedChange: asked, preparations: preparations, company: desk.situation.company,
      holderName: desk.name(of: conversation.plan.holder),
      next: desk.conversations.first { $0.state == .planned && $0.id != conversation.id }?.plan, today: desk.situation.today)
  }

  static func record(
    _ version: Conversation.Version, _ conversation: Conversation, _ desk: ConversationDesk
  ) throws -> ConversationRecord {
    let ledger = desk.situation.knowledge.conversations
    var record = ConversationRecord(version: version)
    for note in ledger.notes where note.version == version.fact {
      let texts = try desk.situation.reader.texts(beside: note.id)
      let body = texts.first?.body ?? ""
      switch note.kind {
      case .topic(let code): record.topics.append((code, body))
      case .compliment(let task): record.compliments.append((task, body))
      case .feedback(let from):
        let slots = FeedbackSlot.allCases.compactMap { slot in
          texts.first { $0.kind.rawValue == "feedback_" + slot.rawValue }.map { (slot, $0.body) }
        }
        record.feedback.append((from, Dictionary(uniqueKeysWithValues: slots)))
      case .support(let side): record.support.append((side, body))
      case .ambition(let side): record.ambitions.append((side, body))
      }
    }
    // A level that was written down with an earlier version stays a level of the conversation.
    let written = Set(conversation.versions.filter { $0.fact <= version.fact }.map(\.fact.booking))
    record.levels = desk.situation.ledger.records.filter {
      written.contains($0.id.booking) && $0.source == .conversation && $0.trainee == desk.trainee.id
    }
    return record
  }

  /// A conversation in a list: one that was planned here, or one that a school's form tells of.
  public struct Row: Sendable {
    /// The conversation; nil for one of a form.
    public let conversation: Conversation?
    /// With whom.
    public let trainee: Trainee
    /// The day: held, else planned.
    public let day: CalendarDate
    /// What kind.
    public let kind: ConversationKind
    /// The name of who holds it, or of the school that tells of it.
    public let by: String
  }

  /// The conversations with a trainee, or with everybody whose words the acting person may read, by day.
  ///
  /// - Parameter ofOwn: only with the trainees who are nearest to the acting person.
  public static func list(_ context: JourneyContext, who: String?, ofOwn: Bool = false) throws(Refusal) -> (
    rows: [Row], today: CalendarDate
  ) {
    guard context.actingText != nil else {
      throw Refusal(.usage, .acting_person_needed, values: ["command": "conversation list"])
    }
    let scope = who.map { Scope.trainees([$0]) } ?? (ofOwn ? .own(withConversations: true) : .visible)
    return try context.look(.converse, scope) { situation in
      let trainees: [Trainee]
      if let who {
        trainees = [try ConversationDesk(situation, who: who).trainee]
      } else {
        trainees = situation.company.trainees.values.filter { situation.access.readsWords(of: $0) }
      }
      let senders = try situation.reader.senderNames()
      let rows = trainees.flatMap { Self.rows(of: $0, in: situation, senders) }
      return (rows.sorted { ($0.day, $0.trainee.id) < ($1.day, $1.trainee.id) }, situation.today)
    }
  }

  private static func rows(
    of trainee: Trainee, in situation: Situation, _ senders: [SenderKey: String]
  ) -> [Row] {
    let (knowledge, company) = (situation.knowledge, situation.company)
    let own = knowledge.conversations(with: trainee.id).filter { $0.state != .cancelled }.map { conversation in
      Row(
        conversation: conversation, trainee: trainee, day: conversation.heldOn ?? conversation.plan.day,
        kind: conversation.plan.kind, by: company.name(of: conversation.plan.holder)?.full ?? "")
    }
    let told = knowledge.attributedForms.filter { $0.trainee == trainee.id }.compactMap { attributed -> Row? in
      let identity = attributed.form.arrival.identity
      guard let kind = ConversationKind(attributed.form.reading.kind), !own.contains(where: { $0.day == identity.heldOn }) else {
        return nil
      }
      return Row(conversation: nil, trainee: trainee, day: identity.heldOn, kind: kind, by: senders[identity.sender] ?? "")
    }
    return own + told
  }
}
