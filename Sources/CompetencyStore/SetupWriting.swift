public import CompetencyCore

extension StoreWriter {
  /// Adds rows of the set-up as new versions, in their order.
  public func add(_ rows: [SetupRow], in booking: BookingNumber) throws {
    for (index, row) in rows.enumerated() { try add(row, FactID(booking: booking, ordinal: index + 1)) }
  }

  /// Adds a row of the set-up as a new version, at this place among the facts.
  public func add(_ row: SetupRow, _ id: FactID) throws {
    switch row {
    case .person(let person): try add(person, id)
    case .trainee(let trainee): try add(trainee, id)
    case .task(let task): try add(task, id)
    case .profile(let profile): try add(profile, id)
    case .school(let school): try add(school, id)
    }
  }

  private func add(_ person: Person, _ id: FactID) throws {
    try session.run(
      .add_person_version, id,
      [.text(person.id.text)] + person.name.values + [
        .text(person.personnelNumber), .text(person.team), .text(person.roles.map(\.rawValue).joined(separator: " ")),
      ])
  }

  private func add(_ trainee: Trainee, _ id: FactID) throws {
    try session.run(
      .add_trainee_version, id,
      [.text(trainee.id.text)] + trainee.name.values + [
        .text(trainee.personnelNumber), .text(trainee.team), .text(trainee.profile.text), .integer(trainee.profileVersion),
        .optional(trainee.mentor?.text), .optional(trainee.lineManager?.text), .optional(trainee.school?.text),
        .text(trainee.studentNumber), .text(trainee.start.iso), .optional(trainee.expectedEnd?.iso),
        .optional(trainee.rhythm?.text), .text(trainee.programme), .optional(trainee.pathway?.rawValue),
        .text(trainee.status.rawValue),
      ])
  }

  private func add(_ task: WorkTask, _ id: FactID) throws {
    try session.run(
      .add_task_version, id,
      [
        .text(task.code.text), .text(task.title), .text(task.group), .optional(task.needed), .optional(task.repeatMonths),
        .flag(task.isSafety),
      ])
    if task.isOnWall { try session.run(.add_wall_task, id, []) }
  }

  private func add(_ profile: Profile, _ id: FactID) throws {
    try session.run(
      .add_profile_version, id, [.text(profile.id.text), .integer(profile.version), .text(profile.title)])
    for (index, task) in profile.tasks.enumerated() {
      try session.run(
        .add_profile_task, id,
        [.integer(index + 1), .text(task.task.text), .text(task.target.text), .optional(task.week)])
      if let way = task.way { try session.run(.add_profile_task_way, id, [.integer(index + 1), .text(way.rawValue)]) }
    }
  }

  private func add(_ school: School, _ id: FactID) throws {
    let numbers = school.otherNumbers.map { "\($0.kind.rawValue):\($0.value)" }.joined(separator: "\n")
    try session.run(
      .add_school_version, id,
      [
        .text(school.id.text), .text(school.name), .text(school.institutionCode), .text(school.dialect), .text(numbers),
        .flag(school.hasNineDigitNumbers),
      ])
  }
}

extension PersonName {
  /// The three columns of a name.
  fileprivate var values: [SQLValue] { [.text(given), .text(prefix), .text(family)] }
}
