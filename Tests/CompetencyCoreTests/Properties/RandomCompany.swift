import CompetencyCore

/// The company of the random histories: two trainees, and two tasks of which one is in the profile.
enum RandomCompany {
  static let profileTask = "LAS-02"
  static let otherTask = "LAS-04"

  static let rows: [SetupRow] =
    [
      .profile(
        Profile(
          id: made(ProfileID("constructie")), version: 1, title: "Constructiewerker",
          tasks: [ProfileTask(task: made(TaskCode(profileTask)), target: .beheerst, week: nil)]))
    ]
    + ["sanne", "bram"].map { id in
      .trainee(
        Trainee(
          id: made(TraineeID(id)), name: PersonName(given: id, family: ""), team: "las", profile: made(ProfileID("constructie")),
          start: .first))
    }

  static func task(_ code: String, months: Int) -> SetupRow {
    .task(
      WorkTask(
        code: made(TaskCode(code)), title: code, group: "", needed: nil, repeatMonths: months == 0 ? nil : months,
        isSafety: false))
  }

  static func scale(_ naive: NaiveScale) -> MasteryScale {
    let levels = naive.levels.map { MasteryLevel(id: made(LevelID($0)), glyph: "○") }
    return made(MasteryScale(levels: levels, taught: made(LevelID(naive.taught)), mastered: made(LevelID(naive.mastered))))
  }
}
