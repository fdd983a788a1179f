public import CompetencyCore
internal import CompetencyStore

/// Planning a conversation, moving it, and calling it off.
public enum PlanConversationJourney {
  /// What a conversation takes from its template.
  public struct Template: Sendable {
    /// The id of the template.
    public let id: String
    /// Its version.
    public let version: Int
    /// The kind of conversation.
    public let kind: ConversationKind
    /// How long it suggests, in minutes.
    public let minutes: Int

    /// What is taken from a template.
    public init(_ template: ConversationTemplate) {
      (id, version, kind, minutes) = (template.id, template.version, template.kind, template.minutes)
    }

    /// What a conversation that is planned took from its template, which it keeps when it is moved.
    public init(of plan: ConversationPlan) {
      (id, version, kind, minutes) = (plan.template, plan.templateVersion, plan.kind, plan.minutes)
    }
  }

  /// How long a conversation may be planned to take, in minutes.
  public static let possibleMinutes = 5...240

  /// What is planned.
  public struct Request: Sendable {
    /// The template that it follows; a conversation that is moved keeps its own unless one is chosen.
    public var template: Template
    /// Whether somebody chose the template.
    public var choosesTemplate = false
    /// The day; nil for the day that the rhythm gives.
    public var day: CalendarDate?
    /// The time; nil for none.
    public var time: TimeOfDay?
    /// How long it is meant to take; nil for what the template suggests.
    public var minutes: Int?
    /// Who holds it, as it was typed; nil for the acting person, or of a trainee who plans the werkplekbegeleider.
    public var holder: String?
    /// Whether the conversation that is planned already gets this day.
    public var isMove = false
    /// Whether a conversation that is moved keeps no time, also when it had one.
    public var clearsTime = false
    /// How the conversation stood where it was looked at before, as ``CompetencyCore/ConversationPlan/shown`` says it; nothing
    /// is written when it stands otherwise by now. Nil when nobody looked.
    public var shown: String?

    /// A plan by a template.
    public init(template: Template) { self.template = template }
  }

  /// What was planned.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The plan.
    public let plan: ConversationPlan
    /// The plan before it, of a conversation that was moved.
    public let before: ConversationPlan?
    /// With whom.
    public let trainee: Trainee
    /// Who holds it.
    public let holderName: String
    /// Whether somebody moved it since it was looked at, so that nothing was written and ``plan`` is how it stands.
    public let wasMovedMeanwhile: Bool
  }

  /// A conversation as it stands, with whom and by whom.
  public struct Standing: Sendable {
    /// The conversation.
    public let conversation: Conversation
    /// With whom.
    public let trainee: Trainee
    /// Who holds it.
    public let holderName: String
  }

  /// How a conversation stands, by its name; also one that began or was called off.
  ///
  /// - Throws: ``Refusal`` when there is none of this name, or the words of its trainee are not for the acting person.
  public static func show(_ context: JourneyContext, conversation: String) throws(Refusal) -> Standing {
    guard ConversationID(typed: conversation) != nil else {
      throw Refusal(.notFound, .conversation_not_found, values: ["who": conversation])
    }
    return try context.meet(conversation, "conversation plan") { desk in
      let found = try desk.conversation(isShown: true)
      return Standing(conversation: found, trainee: desk.trainee, holderName: desk.name(of: found.plan.holder))
    }
  }

  /// Plans the next conversation, or moves it.
  ///
  /// - Throws: ``Refusal`` when one is planned already and is not to be moved, the day is past, or no rhythm gives a day.
  public static func plan(_ context: JourneyContext, who: String, _ request: Request) throws(Refusal) -> Outcome {
    let (booking, outcome) = try context.write(about: who, "conversation plan", .conversation) { desk, facts in
      // Whoever names the one to move means that one, and not the one that comes first.
      let meant = request.isMove && desk.isNamed ? [try desk.conversation()] : desk.conversations
      let planned = meant.first { $0.state == .planned }
      if let planned, !request.isMove {
        throw Refusal(
          .usage, .conversation_planned,
          values: [
            "who": desk.trainee.name.full, "conversation": planned.id.description, "date": planned.plan.day.iso,
            "trainee": desk.trainee.id.text,
          ])
      }
      // Who takes no part may call it off and plan another, which is prepared anew; but not take over what was prepared.
      if let planned, request.holder != nil { try desk.requirePart(in: planned) }
      guard planned != nil || !request.isMove else {
        throw Refusal(
          .notFound, .no_conversation, values: ["who": desk.trainee.name.full, "trainee": desk.trainee.id.text])
      }
      if let planned, planned.plan.wasMoved(since: request.shown) {
        return (planned.plan, ConversationPlan?.none, desk.trainee, desk.name(of: planned.plan.holder), true)
      }
      let day = try request.day ?? desk.dayByRhythm()
      guard day >= desk.situation.today else { throw Refusal(.usage, .date_past, values: ["date": day.iso]) }
      let holder = try request.holder.map { text throws(Refusal) in try desk.holder(text) } ?? desk.usualHolder
      let template = planned.map { request.choosesTemplate ? request.template : Template(of: $0.plan) } ?? request.template
      let plan = facts.plan(desk.trainee, day, moving: planned?.plan) { id, conversation in
        ConversationPlan(
          id: id, conversation: conversation, trainee: desk.trainee.id, kind: template.kind, template: template.id,
          templateVersion: template.version, day: day,
          time: request.time ?? (request.clearsTime ? nil : planned?.plan.time),
          minutes: request.minutes ?? planned?.plan.minutes ?? template.minutes,
          holder: request.holder == nil ? planned?.plan.holder ?? holder : holder)
      }
      return (plan, planned?.plan, desk.trainee, desk.name(of: plan.holder), false)
    }
    return Outcome(
      booking: booking, plan: outcome.0, before: outcome.1, trainee: outcome.2, holderName: outcome.3,
      wasMovedMeanwhile: outcome.4)
  }

  /// Calls a planned conversation off.
  ///
  /// - Parameter shown: how it stood where it was looked at before, as ``Request/shown``.
  public static func cancel(_ context: JourneyContext, who: String, shown: String? = nil) throws(Refusal) -> Outcome {
    let (booking, outcome) = try context.write(about: who, "conversation plan --cancel", .conversation) { desk, facts in
      let conversation = try desk.openConversation()
      guard conversation.state == .planned else {
        throw Refusal(.usage, .conversation_began, values: ["conversation": conversation.id.description])
      }
      let wasMoved = conversation.plan.wasMoved(since: shown)
      if !wasMoved {
        facts.add { id, writer in
          let event = ConversationEvent(id: id, conversation: conversation.id, trainee: desk.trainee.id, change: .cancelled)
          try writer.add(event, words: "")
        }
      }
      return (conversation.plan, desk.trainee, desk.name(of: conversation.plan.holder), wasMoved)
    }
    return Outcome(
      booking: booking, plan: outcome.0, before: outcome.0, trainee: outcome.1, holderName: outcome.2,
      wasMovedMeanwhile: outcome.3)
  }
}

extension ConversationPlan {
  /// The day, the time and the minutes in one text: a form holds it, so that it is seen when somebody moved it meanwhile.
  public var shown: String { Self.shown(day, time, minutes) }

  /// The same of a plan that is only chosen.
  public static func shown(_ day: CalendarDate, _ time: TimeOfDay?, _ minutes: Int?) -> String {
    "\(day.iso) \(time?.description ?? "-") \(minutes.map(String.init) ?? "-")"
  }

  fileprivate func wasMoved(since shown: String?) -> Bool { shown.map { !sameBytes($0, self.shown) } ?? false }
}

extension FactDraft {
  /// Adds a plan: a new conversation, or another day for one that is planned.
  mutating func plan(
    _ trainee: Trainee, _ day: CalendarDate, moving earlier: ConversationPlan?,
    _ make: @escaping (FactID, ConversationID) -> ConversationPlan
  ) -> ConversationPlan {
    let id = add { id, writer in try writer.add(make(id, earlier?.conversation ?? ConversationID(id))) }
    return make(id, earlier?.conversation ?? ConversationID(id))
  }
}

extension ConversationDesk {
  /// Who holds a conversation when nobody says: who plans it, or of a trainee who plans the werkplekbegeleider.
  var usualHolder: PersonID { side == .begeleider ? actor : trainee.mentor ?? trainee.lineManager ?? actor }

  /// Who is to hold it: somebody who may read the words.
  func holder(_ typed: String) throws(Refusal) -> PersonID {
    let id = try PersonFinder(situation.company).anyone(typed)
    guard let person = situation.company.people[id], Access(.person(person), in: situation.company).readsWords(of: trainee) else {
      throw Refusal(.usage, .holder_not_near, values: ["holder": name(of: id), "who": trainee.name.full])
    }
    return id
  }
}
