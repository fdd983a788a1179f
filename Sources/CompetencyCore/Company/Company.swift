/// One row of the set-up as somebody wrote it; a changed row is a new version of the row.
public enum SetupRow: Hashable, Sendable {
  case person(Person)
  case trainee(Trainee)
  case task(WorkTask)
  case profile(Profile)
  case school(School)
}

/// The set-up of a company as it was known at one booking: people, trainees, tasks, profiles, schools.
public struct Company: Sendable {
  /// Everybody who is not a trainee.
  public private(set) var people: [PersonID: Person] = [:]
  /// Every trainee, current or not.
  public private(set) var trainees = TraineeList()
  /// Every task.
  public private(set) var tasks: [TaskCode: WorkTask] = [:]
  /// What the rows of a trainee said one after the other of profile and status, for those of whom that ever changed.
  public private(set) var turns: [TraineeID: [TraineeTurn]] = [:]
  /// Trainees whose data may only be kept (beperking).
  public private(set) var restricted: Set<TraineeID> = []
  /// The schools that send forms.
  public private(set) var schools: [SchoolID: School] = [:]
  /// Every version of every profile.
  private var profileVersions: [ProfileID: [Int: Profile]] = [:]
  /// The codes of the tasks in the order in which they first came.
  public private(set) var taskOrder: [TaskCode] = []
  /// The levels that the company uses.
  public let scale: MasteryScale

  /// A company without rows.
  public init(scale: MasteryScale = .standard) { self.scale = scale }

  /// The company after this row, which a booking wrote: a new one, or the next version of a known one. No booking wrote a
  /// row that is only planned.
  public mutating func apply(_ row: SetupRow, in booking: BookingNumber? = nil) {
    switch row {
    case .person(let person): people[person.id] = person
    case .trainee(let trainee):
      note(trainee, in: booking)
      trainees.put(trainee)
    case .task(let task):
      if tasks.updateValue(task, forKey: task.code) == nil { taskOrder.append(task.code) }
    case .profile(let profile): profileVersions[profile.id, default: [:]][profile.version] = profile
    case .school(let school): schools[school.id] = school
    }
  }

  /// The company after restrictions, in the order in which they were said.
  mutating func apply(_ restrictions: [Restriction]) {
    for restriction in restrictions {
      if restriction.isRestricted { restricted.insert(restriction.trainee) } else { restricted.remove(restriction.trainee) }
    }
  }

  private mutating func note(_ trainee: Trainee, in booking: BookingNumber?) {
    guard let booking, let old = trainees[trainee.id] else { return }
    let (before, after) = (TraineeTurn(old, since: nil), TraineeTurn(trainee, since: booking))
    if !before.isSame(as: after) { turns[trainee.id, default: [before]].append(after) }
  }

  /// The newest version of a profile.
  public func profile(_ id: ProfileID) -> Profile? {
    profileVersions[id].flatMap { versions in versions.keys.max().flatMap { versions[$0] } }
  }

  /// The profiles, newest version of each, in the order of their ids.
  public var profiles: [Profile] { profileVersions.keys.sorted().compactMap(profile) }

  /// The version that the trainee started with.
  public func profile(of trainee: Trainee) -> Profile? { profile(trainee.profile, version: trainee.profileVersion) }

  /// One version of a profile.
  func profile(_ id: ProfileID, version: Int) -> Profile? { profileVersions[id]?[version] }

  /// The trainees with a column in the matrix, in the order of their ids.
  public var currentTrainees: [Trainee] { trainees.values.filter(\.status.isCurrent).sorted { $0.id < $1.id } }

  /// Those of one team; bytes count.
  public func currentTrainees(ofTeam team: String) -> [Trainee] {
    trainees.values.filter { $0.status.isCurrent && sameBytes($0.team, team) }.sorted { $0.id < $1.id }
  }

  /// The teams that somebody is of, in the order of their bytes.
  public var teams: [String] {
    Set(trainees.values.map(\.team) + people.values.map(\.team)).filter { !$0.isEmpty }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The tasks in the order of the company's own list.
  public var tasksInOrder: [WorkTask] { taskOrder.compactMap { tasks[$0] } }

  /// The name of a person or a trainee; nil for an id that is neither.
  public func name(of id: PersonID) -> PersonName? { people[id]?.name ?? trainees[id]?.name }

  /// The school that one of these numbers belongs to; nil when none or more than one does.
  public func school(withNumbers numbers: some Sequence<OrganisationNumber>) -> School? {
    let numbers = Array(numbers)
    let found = schools.values.filter { $0.answers(to: numbers) }
    return found.count == 1 ? found[0] : nil
  }
}
