internal import CompetencyCore

extension StoreReader {
  /// The rows of the set-up as versions, in the order in which they were written.
  func setupVersions() throws -> [(booking: BookingNumber, row: SetupRow)] {
    let all = try people() + trainees() + tasks() + profiles() + schools()
    return all.sorted { $0.0 < $1.0 }.map { (booking: $0.0.booking, row: $0.1) }
  }

  private func people() throws -> [(FactID, SetupRow)] {
    try session.rows(.all_person_versions) { row in
      let roles = try row.text(8).utf8.split(separator: UInt8(ascii: " ")).map { word in
        guard let role = Role(rawValue: String(word) ?? "") else { throw damaged("person_version") }
        return role
      }
      return (
        try row.factID(),
        .person(
          Person(
            id: try row.value(2, PersonID.init), name: try row.name(at: 3), personnelNumber: try row.text(6),
            team: try row.text(7), roles: roles))
      )
    }
  }

  private func trainees() throws -> [(FactID, SetupRow)] {
    try session.rows(.all_trainee_versions) { row in
      (
        try row.factID(),
        .trainee(
          Trainee(
            id: try row.value(2, TraineeID.init), name: try row.name(at: 3), personnelNumber: try row.text(6),
            team: try row.text(7), profile: try row.value(8, ProfileID.init), profileVersion: try row.integer(9),
            mentor: try row.optionalValue(10, PersonID.init), lineManager: try row.optionalValue(11, PersonID.init),
            school: try row.optionalValue(12, SchoolID.init), studentNumber: try row.text(13), start: try row.day(14),
            expectedEnd: try row.optionalDay(15), rhythm: try row.optionalValue(16, Rhythm.init), programme: try row.text(17),
            pathway: try row.optionalValue(18, Trainee.Pathway.init(rawValue:)),
            status: try row.value(19, Trainee.Status.init(rawValue:))))
      )
    }
  }

  private func tasks() throws -> [(FactID, SetupRow)] {
    try session.rows(.all_task_versions) { row in
      (
        try row.factID(),
        .task(
          WorkTask(
            code: try row.value(2, TaskCode.init), title: try row.text(3), group: try row.text(4),
            needed: try row.optionalInteger(5), repeatMonths: try row.optionalInteger(6), isSafety: try row.flag(7)))
      )
    }
  }

  private func profiles() throws -> [(FactID, SetupRow)] {
    let tasks = Dictionary(
      grouping: try session.rows(.all_profile_tasks) { row in
        (
          try row.factID(),
          ProfileTask(
            task: try row.value(3, TaskCode.init), target: try row.value(4, LevelID.init), week: try row.optionalInteger(5))
        )
      }, by: \.0)
    return try session.rows(.all_profile_versions) { row in
      let id = try row.factID()
      return (
        id,
        .profile(
          Profile(
            id: try row.value(2, ProfileID.init), version: try row.integer(3), title: try row.text(4),
            tasks: tasks[id]?.map(\.1) ?? []))
      )
    }
  }

  private func schools() throws -> [(FactID, SetupRow)] {
    try session.rows(.all_school_versions) { row in
      (
        try row.factID(),
        .school(
          School(
            id: try row.value(2, SchoolID.init), name: try row.text(3), institutionCode: try row.text(4),
            dialect: try row.text(5), otherNumbers: try OrganisationNumber.list(try row.text(6)),
            hasNineDigitNumbers: try row.flag(7)))
      )
    }
  }
}

extension SQLRow {
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
