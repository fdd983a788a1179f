internal import CompetencyCore

extension StoreReader {
  /// The rows of the set-up as versions, in the order in which they were written.
  func setupVersions() throws -> [(booking: BookingNumber, row: SetupRow)] {
    var all: [(id: FactID, row: SetupRow)] = []
    try eachSetupRow { all.append(($0, $1)) }
    all.sort { $0.id < $1.id }
    return all.map { (booking: $0.id.booking, row: $0.row) }
  }

  /// Goes through the rows of the set-up, those of one kind in the order in which they were written.
  func eachSetupRow(_ body: (FactID, SetupRow) -> Void) throws {
    try session.each(.all_person_versions) { body(try $0.factID(), .person(try $0.person())) }
    try session.each(.all_trainee_versions) { body(try $0.factID(), .trainee(try $0.trainee())) }
    let onWall = try wallTasks()
    try session.each(.all_task_versions) { row in
      let id = try row.factID()
      body(id, .task(try row.workTask(isOnWall: onWall.contains(id))))
    }
    let ways = try profileTaskWays()
    var tasks: [FactID: [ProfileTask]] = [:]
    try session.each(.all_profile_tasks) { row in
      let id = try row.factID()
      tasks[id, default: []].append(try row.profileTask(way: ways[id]?[try row.integer(2)]))
    }
    try session.each(.all_profile_versions) { row in
      let id = try row.factID()
      body(id, .profile(try row.profile(tasks: tasks[id] ?? [])))
    }
    try session.each(.all_school_versions) { body(try $0.factID(), .school(try $0.school())) }
  }

  /// How tasks of profiles are learned, by their positions.
  private func profileTaskWays() throws -> [FactID: [Int: LearningWay]] {
    var ways: [FactID: [Int: LearningWay]] = [:]
    guard try Schema.current(session) >= Schema.firstWithRouteChanges else { return ways }
    try session.each(.all_profile_task_ways) { row in
      ways[try row.factID(), default: [:]][try row.integer(2)] = try row.value(3, LearningWay.init(rawValue:))
    }
    return ways
  }
}

extension SQLRow {
  fileprivate func person() throws -> Person {
    let roles = try text(8).utf8.split(separator: UInt8(ascii: " ")).map { word in
      guard let role = Role(rawValue: String(word) ?? "") else { throw damaged("person_version") }
      return role
    }
    return Person(
      id: try value(2, PersonID.init), name: try name(at: 3), personnelNumber: try text(6), team: try text(7), roles: roles)
  }

  fileprivate func trainee() throws -> Trainee {
    Trainee(
      id: try value(2, TraineeID.init), name: try name(at: 3), personnelNumber: try text(6), team: try text(7),
      profile: try value(8, ProfileID.init), profileVersion: try integer(9), mentor: try optionalValue(10, PersonID.init),
      lineManager: try optionalValue(11, PersonID.init), school: try optionalValue(12, SchoolID.init),
      studentNumber: try text(13), start: try day(14), expectedEnd: try optionalDay(15),
      rhythm: try optionalValue(16, Rhythm.init), programme: try text(17),
      pathway: try optionalValue(18, Trainee.Pathway.init(rawValue:)), status: try value(19, Trainee.Status.init(rawValue:)))
  }

  fileprivate func workTask(isOnWall: Bool) throws -> WorkTask {
    WorkTask(
      code: try value(2, TaskCode.init), title: try text(3), group: try text(4), needed: try optionalInteger(5),
      repeatMonths: try optionalInteger(6), isSafety: try flag(7), isOnWall: isOnWall)
  }

  fileprivate func profileTask(way: LearningWay?) throws -> ProfileTask {
    ProfileTask(task: try value(3, TaskCode.init), target: try value(4, LevelID.init), week: try optionalInteger(5), way: way)
  }

  fileprivate func profile(tasks: [ProfileTask]) throws -> Profile {
    Profile(id: try value(2, ProfileID.init), version: try integer(3), title: try text(4), tasks: tasks)
  }

  fileprivate func school() throws -> School {
    School(
      id: try value(2, SchoolID.init), name: try text(3), institutionCode: try text(4), dialect: try text(5),
      otherNumbers: try OrganisationNumber.list(try text(6)), hasNineDigitNumbers: try flag(7))
  }

  /// A name from three columns.
  fileprivate func name(at column: Int) throws -> PersonName {
    PersonName(given: try text(column), prefix: try text(column + 1), family: try text(column + 2))
  }
}

extension OrganisationNumber {
  /// Numbers as the database keeps them: `kvk:12345678`, one on a line.
  fileprivate static func list(_ text: String) throws -> [OrganisationNumber] {
    try text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let kind = Kind(rawValue: String(parts[0]) ?? ""), let value = String(parts[1]) else {
        throw damaged("school_version")
      }
      return OrganisationNumber(kind: kind, value: value)
    }
  }
}
