/// The people and tasks of an invented company; each is made from its number alone, so none needs to be kept.
struct Shopfloor {
  let seed: UInt64

  struct Trainee {
    let id, given, family, personnelNumber, studentNumber, team: String
    let mentor: Mentor
    let start: Day
    /// Where in the list of tasks this trainee began.
    let firstTask: Int

    var name: String { given + " " + family }
  }

  struct Mentor {
    let id, given, family, personnelNumber, team: String

    var name: String { given + " " + family }
  }

  static let teamSize = 50
  static let mentorsPerTeam = 3

  static func teams(of size: Size) -> Int { (size.trainees + teamSize - 1) / teamSize }

  static func teamName(_ team: Int) -> String { "Hal " + padded(team + 1, 3) }

  /// Numbers of students have seven digits and those of personnel six: none can be a BSN.
  func trainee(_ number: Int) -> Trainee {
    var random = SplitMix64(seed: seed, stream: 1, number: number)
    let team = number / Self.teamSize
    return Trainee(
      id: "t-" + padded(number + 1, 5), given: random.one(of: Words.givenNames), family: random.one(of: Words.familyNames),
      personnelNumber: padded(400_001 + number, 6), studentNumber: padded(3_100_003 + number * 7, 7),
      team: Self.teamName(team), mentor: mentor(number % Self.mentorsPerTeam, team: team), start: .first + number % 8 * 7,
      firstTask: random.below(Tasks.count))
  }

  func mentor(_ place: Int, team: Int) -> Mentor {
    let number = team * (Self.mentorsPerTeam + 1) + place
    var random = SplitMix64(seed: seed, stream: 2, number: number)
    return Mentor(
      id: "m-" + padded(number + 1, 5), given: random.one(of: Words.givenNames), family: random.one(of: Words.familyNames),
      personnelNumber: padded(100_001 + number, 6), team: Self.teamName(team))
  }

  /// The line manager of a team stands behind its mentors.
  func lineManager(team: Int) -> Mentor { mentor(Self.mentorsPerTeam, team: team) }
}

/// Sixty tasks in ten groups.
enum Tasks {
  struct WorkTask {
    let code, title, group: String
  }

  static let all: [WorkTask] = Words.tasks.flatMap { group in
    group.titles.enumerated().map { index, title in
      WorkTask(code: group.prefix + "-" + padded(index + 1, 2), title: title, group: group.name)
    }
  }

  static let count = all.count
}
