internal import CompetencyCore
internal import CompetencyStore

/// A conversation as one of its participants meets it: with whom, on which side, and the facts around it.
struct ConversationDesk {
  let situation: Situation
  let trainee: Trainee
  /// The side on which the acting person takes part.
  let side: ConversationSide
  /// The acting person.
  let actor: PersonID
  private let asked: ConversationID?
  /// Whether one conversation was named.
  var isNamed: Bool { asked != nil }

  /// How much must be looked at for this: a name of a conversation does not say whose it is.
  static func scope(_ who: String) -> Scope { ConversationID(typed: who) == nil ? .trainees([who]) : .everything }

  /// The desk of a trainee, typed by name or by the name of a conversation.
  ///
  /// - Throws: ``Refusal``, the same for who is not there and for whose words the acting person may not read.
  init(_ situation: Situation, who: String) throws(Refusal) {
    asked = ConversationID(typed: who)
    let knowledge = situation.knowledge
    let id: TraineeID?
    if let asked {
      id = knowledge.conversations.plans.first { $0.conversation == asked }?.trainee
    } else {
      id = try PersonFinder(situation.company).trainee(who, visible: situation.access.visibleTrainees)
    }
    guard let id, let trainee = situation.company.trainees[id], let actor = situation.actor.id,
      situation.access.readsWords(of: trainee)
    else { throw Refusal(.notFound, asked == nil ? .person_not_found : .conversation_not_found, values: ["who": who]) }
    (self.situation, self.trainee, self.actor) = (situation, trainee, actor)
    side = actor == trainee.id ? .medewerker : .begeleider
  }

  /// Every conversation with the trainee.
  var conversations: [Conversation] { situation.knowledge.conversations(with: trainee.id) }

  /// The conversation that is meant: the one that was named, else the current one.
  ///
  /// - Parameter isShown: whether it is only looked at, so that the refusal speaks of no recording.
  /// - Throws: ``Refusal`` when there is none.
  func conversation(isShown: Bool = false) throws(Refusal) -> Conversation {
    let found =
      asked.map { id in conversations.first { $0.id == id } } ?? situation.knowledge.currentConversation(with: trainee.id)
    guard let found else {
      var values = ["who": trainee.name.full, "trainee": trainee.id.text]
      if isShown && !isNamed { values["kind"] = "shown" }
      throw Refusal(.notFound, .no_conversation, values: values)
    }
    return found
  }

  /// The conversation that is to be prepared, held or written down: by its name also one that was, to change it; by a
  /// trainee's name the one that has begun, or is planned next. So nobody changes a record by writing down the wrong one.
  func openConversation() throws(Refusal) -> Conversation {
    let found = try conversation()
    switch found.state {
    case .planned, .started: return found
    case .recorded where isNamed: return found
    case .recorded, .cancelled:
      throw Refusal(.notFound, .no_conversation, values: ["who": trainee.name.full, "trainee": trainee.id.text])
    }
  }

  /// How manieth conversation with the trainee this is, from 1, those that were called off left out.
  func number(of conversation: Conversation) -> Int {
    1 + conversations.count { $0.state != .cancelled && $0.id < conversation.id }
  }

  /// Whether the acting person may read the words of this conversation: who takes part in it, the werkplekbegeleider, and the
  /// leidinggevende when it was chosen to tell.
  func readsWords(of conversation: Conversation) -> Bool {
    side == .medewerker || conversation.plan.holder == actor || trainee.mentor == actor
      || conversation.versions.last?.isShared ?? false
  }

  /// Refuses who is not told the words of this conversation: writing in it would break the seal of others, or tell oneself.
  func requirePart(in conversation: Conversation) throws(Refusal) {
    guard readsWords(of: conversation) else { throw situation.access.refusal }
  }

  /// The matrix of the trainee today.
  var matrix: CompetencyMatrix { CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [trainee.id]) }

  /// The agreements of the trainee today.
  var agreements: [StandingAgreement] { situation.knowledge.agreements(of: trainee.id, asOf: situation.today) }

  /// A person near the trainee by what was typed: of the team, or who guides or leads; the trainee for nothing.
  func person(_ typed: String, at place: SourcePlace? = nil) throws(Refusal) -> PersonID {
    guard !typed.isEmpty else { return trainee.id }
    do throws(Refusal) { return try PersonFinder(nearby).anyone(typed) } catch {
      throw Refusal(error.status, error.problems.map { Problem($0.code, at: $0.place ?? place, values: $0.values) })
    }
  }

  /// The name of a person as people say it.
  func name(of id: PersonID) -> String { situation.company.name(of: id)?.full ?? id.text }

  /// Who can keep an agreement with the trainee; names of other teams are nobody's business here.
  var nearby: Company {
    let company = situation.company
    var near = Company()
    for person in company.people.values
    where sameBytes(person.team, trainee.team) || person.id == trainee.mentor || person.id == trainee.lineManager {
      near.apply(.person(person))
    }
    for other in company.trainees.values where sameBytes(other.team, trainee.team) { near.apply(.trainee(other)) }
    return near
  }

  /// An open agreement by what was typed.
  func openAgreement(_ typed: String, at place: SourcePlace?) throws(Refusal) -> StandingAgreement {
    let own = OwnAgreementID(typed: typed).map(AgreementID.own)
    let named = agreements.filter { $0.id == own || sameBytes($0.id.description, typed) }
    guard let found = named.first(where: \.isOpen) else {
      throw Refusal(
        .notFound, named.isEmpty ? .agreement_not_found : .agreement_closed, at: place,
        values: ["agreement": typed, "who": trainee.name.full])
    }
    return found
  }

  /// An open goal by what was typed.
  func openGoal(_ typed: String, at place: SourcePlace?) throws(Refusal) -> StandingGoal {
    let goals = situation.knowledge.goals(of: trainee.id, asOf: situation.today)
    guard let found = goals.first(where: { GoalID(typed: typed) == $0.id && $0.isOpen }) else {
      throw Refusal(.notFound, .goal_not_found, at: place, values: ["goal": typed, "who": trainee.name.full])
    }
    return found
  }

  /// An obstacle that still hinders, by what was typed.
  func openObstacle(_ typed: String, at place: SourcePlace?) throws(Refusal) -> StandingObstacle {
    let obstacles = situation.knowledge.obstacles(of: trainee.id, asOf: situation.today)
    guard let found = obstacles.first(where: { ObstacleID(typed: typed) == $0.id && $0.endedOn == nil }) else {
      throw Refusal(.notFound, .obstacle_not_found, at: place, values: ["obstacle": typed, "who": trainee.name.full])
    }
    return found
  }

  /// A task of the company by what was typed; nil for nothing.
  func task(_ typed: String, at place: SourcePlace?) throws(Refusal) -> WorkTask? {
    guard !typed.isEmpty else { return nil }
    guard let task = TaskCode(typed).flatMap({ situation.company.tasks[$0] }) else {
      throw Refusal(.notFound, .task_not_found, at: place, values: ["task": typed])
    }
    return task
  }
}
