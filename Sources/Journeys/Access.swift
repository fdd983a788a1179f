public import CompetencyCore

/// On whose behalf a journey goes. A statement, logged with the account, not a proof: who can open the file can read it.
public enum Actor: Sendable {
  /// Nobody in particular: the administration.
  case administration
  case person(Person)
  case trainee(Trainee)

  /// The actor that was typed: an id, a personeelsnummer or a piece of a name that fits one person.
  init(typed text: String?, in company: Company) throws(Refusal) {
    guard let text else {
      self = .administration
      return
    }
    let id = try PersonFinder(company).anyone(text)
    if let person = company.people[id] {
      self = .person(person)
    } else if let trainee = company.trainees[id] {
      self = .trainee(trainee)
    } else {
      throw Refusal(.notFound, .person_not_found, values: ["who": text])
    }
  }

  /// The id that facts keep; nil for the administration.
  public var id: PersonID? {
    switch self {
    case .administration: nil
    case .person(let person): person.id
    case .trainee(let trainee): trainee.id
    }
  }

  /// What the actor is to trainees.
  public var roles: [Role] {
    switch self {
    case .administration: [.beheer]
    case .person(let person): person.roles
    case .trainee: [.student]
    }
  }

  /// The name as people say it; empty for the administration.
  public var name: String {
    switch self {
    case .administration: ""
    case .person(let person): person.name.full
    case .trainee(let trainee): trainee.name.full
    }
  }
}

/// Something that a person wants to do; every journey asks for one.
public enum Act: String, Sendable, CaseIterable {
  case setUp, importForms, seeInbox, decide, answer, seeLevels, record, editTrainee, seeLog, undo, seeReports, seeHRReport,
    seeSetup, examine,
    converse, replan, seeTeachers, hangWall, takeOut, putBack, makeReturn, protect
}

/// What the acting person may see and do: the one place where that is decided, for the command line and for pages.
public struct Access: Sendable {
  private let actor: Actor
  private let company: Company

  /// The access of an actor in a company.
  init(_ actor: Actor, in company: Company) { (self.actor, self.company) = (actor, company) }

  /// Refuses what none of the actor's roles ever has.
  public func require(_ act: Act) throws(Refusal) {
    guard may(act) else {
      throw refusal
    }
  }

  /// The refusal of what the actor's roles never have.
  var refusal: Refusal {
    let roles = actor.roles.map(\.rawValue).joined(separator: ", ")
    return Refusal(.notAllowed, .not_allowed, values: ["who": actor.name, "role": roles])
  }

  private static func acts(of role: Role) -> Set<Act> {
    switch role {
    case .beheer:
      [
        .setUp, .importForms, .seeInbox, .decide, .answer, .seeLevels, .editTrainee, .seeLog, .undo, .seeReports, .seeHRReport,
        .seeSetup, .examine, .converse, .seeTeachers, .hangWall, .takeOut, .putBack, .makeReturn, .protect,
      ]
    case .leidinggevende: acts(of: .werkplekbegeleider).union([.hangWall])
    case .werkplekbegeleider, .praktijkopleider:
      [
        .seeInbox, .decide, .seeLevels, .record, .seeLog, .undo, .seeReports, .seeSetup, .converse, .replan, .seeTeachers,
        .makeReturn,
      ]
    case .student: [.seeLevels, .record, .seeReports, .seeSetup, .converse, .undo, .seeTeachers]
    // Whose words one may read is asked of each conversation; to all others it is as if it were not there.
    case .hr: [.seeHRReport, .converse]
    case .bpv_begeleider, .examinator: [.converse]
    }
  }

  /// The teams of which the actor sees every current trainee, so that what is said of the whole is true.
  var wholeTeams: [String] {
    let visible = visibleTrainees
    var isWhole: [TeamName: Bool] = [:]
    for trainee in company.trainees.values where trainee.status.isCurrent && !trainee.team.isEmpty {
      guard !company.restricted.contains(trainee.id) else { continue }
      let team = TeamName(text: trainee.team)
      isWhole[team] = (isWhole[team] ?? true) && visible.contains(trainee.id)
    }
    return isWhole.filter(\.value).keys.sorted().map(\.text)
  }

  /// Whether one of the actor's roles has this.
  func may(_ act: Act) -> Bool { actor.roles.contains { Self.acts(of: $0).contains(act) } }

  /// The trainees whose levels the actor may see.
  ///
  /// Data that may only be kept are used by nobody, and seen by whom they are about.
  public var visibleTrainees: Set<TraineeID> {
    if case .trainee(let trainee) = actor { return [trainee.id] }
    return near.subtracting(company.restricted)
  }

  private var near: Set<TraineeID> {
    if actor.roles.contains(.beheer) { return Set(company.trainees.keys) }
    switch actor {
    case .person(let person) where person.roles.contains(where: \.observes):
      return Set(company.trainees.values.filter { isNear(person, $0) }.map(\.id))
    default: return []
    }
  }

  /// Whether the actor may read what people wrote of this trainee: the trainee, who guides, and who leads the team.
  func readsWords(of trainee: Trainee) -> Bool {
    switch actor {
    case .administration: false
    case .trainee(let own): own.id == trainee.id
    case .person where company.restricted.contains(trainee.id): false
    case .person(let person):
      trainee.mentor == person.id || trainee.lineManager == person.id
        || (person.roles.contains(.leidinggevende) && isNear(person, trainee))
    }
  }

  /// Whether the actor is this trainee's mentor or line manager.
  func guides(_ trainee: Trainee) -> Bool { actor.id.map { trainee.mentor == $0 || trainee.lineManager == $0 } ?? false }

  /// Of the own team, or one's own trainee in another.
  private func isNear(_ person: Person, _ trainee: Trainee) -> Bool {
    (!person.team.isEmpty && sameBytes(person.team, trainee.team)) || trainee.mentor == person.id
      || trainee.lineManager == person.id
  }

  /// As what the actor judges this trainee's work; nil when the actor does not.
  func role(toward trainee: Trainee) -> Role? {
    switch actor {
    case .administration: return nil
    case .trainee(let own): return own.id == trainee.id ? .student : nil
    case .person(let person):
      guard isNear(person, trainee) else { return nil }
      let roles = person.roles.filter(\.observes)
      if trainee.lineManager == person.id, trainee.mentor != person.id, roles.contains(.leidinggevende) { return .leidinggevende }
      return roles.min()
    }
  }
}

/// A team by its name; bytes count.
private struct TeamName: ExactText {
  let text: String
}
