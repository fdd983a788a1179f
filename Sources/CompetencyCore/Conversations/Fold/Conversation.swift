/// A conversation (gesprek) as its facts tell it.
public struct Conversation: Sendable {
  /// How far it is.
  public enum State: Hashable, Sendable {
    /// It has a day, and both sides may prepare.
    case planned
    /// It began on this day; from then on both sides see what the other prepared.
    case started(on: CalendarDate)
    /// What was said is written down; it was held on this day.
    case recorded(heldOn: CalendarDate)
    /// It was called off.
    case cancelled
  }
  /// One version of what was written down.
  public struct Version: Hashable, Sendable {
    /// The event that recorded it.
    public let fact: FactID
    /// The day on which the conversation was held.
    public let heldOn: CalendarDate
    /// How long it took, in minutes; nil when nobody said.
    public let minutes: Int?
    /// Whether the leidinggevende is told.
    public let isShared: Bool
  }
  /// What the trainee said of the last version.
  public enum Acknowledgement: Hashable, Sendable {
    case none
    /// Seen, which is not agreeing (*gezien* is not *akkoord*).
    case seen
    case agreed
    /// A change was asked; the words stand beside this event.
    case changeAsked(FactID)
  }
  /// Its name.
  public let id: ConversationID
  /// With whom.
  public let trainee: TraineeID
  /// Its last plan.
  public let plan: ConversationPlan
  /// How far it is.
  public let state: State
  /// The sides that said that they have prepared.
  public let ready: Set<ConversationSide>
  /// The versions of what was written down, the earliest first; all stay.
  public let versions: [Version]
  /// What the trainee said of the last version; what was said of an earlier one lapses.
  public let acknowledgement: Acknowledgement
  /// Whether each side found it useful, of those that said so.
  public let ratings: [ConversationSide: Bool]

  /// The day on which it was held; nil when nothing was written down yet.
  public var heldOn: CalendarDate? { if case .recorded(let day) = state { day } else { nil } }

  /// Whether each side may see what the other prepared: both are ready, or it has begun.
  public var isUnsealed: Bool {
    switch state {
    case .planned: ready.count == ConversationSide.allCases.count
    case .started, .recorded: true
    case .cancelled: false
    }
  }
}

extension Knowledge {
  /// The conversations with a trainee that were planned here, in the order of their days.
  public func conversations(with trainee: TraineeID) -> [Conversation] {
    let plans = Dictionary(grouping: conversationsOfTrainees.plans[trainee] ?? [], by: \.conversation)
    let events = Dictionary(grouping: conversationsOfTrainees.events[trainee] ?? [], by: \.conversation)
    return plans.compactMap { id, plans in
      plans.max { $0.id < $1.id }.map { Conversation(id, $0, (events[id] ?? []).sorted { $0.id < $1.id }) }
    }.sorted { ($0.heldOn ?? $0.plan.day, $0.id) < ($1.heldOn ?? $1.plan.day, $1.id) }
  }

  /// The conversation that people mean by a trainee's name: the one that has begun, else the next that is planned, else the
  /// last that was written down; nil when there is none.
  public func currentConversation(with trainee: TraineeID) -> Conversation? {
    let all = conversations(with: trainee).filter { $0.state != .cancelled }
    return all.first { if case .started = $0.state { true } else { false } } ?? all.first { $0.state == .planned }
      ?? all.last
  }
}

extension Conversation {
  /// A conversation that was held without being planned, before anything was written down.
  public init(heldWithoutPlan plan: ConversationPlan) { self.init(plan.conversation, plan, []) }

  fileprivate init(_ id: ConversationID, _ plan: ConversationPlan, _ events: [ConversationEvent]) {
    var versions: [Version] = []
    var (isCancelled, ready, ratings) = (false, Set<ConversationSide>(), [ConversationSide: Bool]())
    var startedOn: CalendarDate?
    var said: (version: FactID, acknowledgement: Acknowledgement)?
    for event in events {
      switch event.change {
      case .cancelled: isCancelled = true
      case .ready(let side): ready.insert(side)
      case .started(let day): startedOn = startedOn ?? day
      case .recorded(let heldOn, let minutes, let isShared):
        versions.append(Version(fact: event.id, heldOn: heldOn, minutes: minutes, isShared: isShared))
      case .seen(let version): said = said?.version == version ? said : (version, .seen)
      case .agreed(let version): said = (version, .agreed)
      case .changeAsked(let version): said = (version, .changeAsked(event.id))
      case .rated(let side, let wasUseful): ratings[side] = wasUseful
      }
    }
    (self.id, trainee, self.plan, self.ready, self.versions, self.ratings) = (id, plan.trainee, plan, ready, versions, ratings)
    if let last = versions.last {
      state = .recorded(heldOn: last.heldOn)
    } else if isCancelled {
      state = .cancelled
    } else {
      state = startedOn.map(State.started) ?? .planned
    }
    acknowledgement = said.flatMap { $0.version == versions.last?.fact ? $0.acknowledgement : nil } ?? .none
  }
}
