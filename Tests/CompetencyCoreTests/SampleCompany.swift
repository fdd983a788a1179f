import CompetencyCore

/// The small company in which all tests live: Sanne learns to weld, Mo guides her, Lisa leads the team.
enum SampleCompany {
  static let rocDelta = SenderKey(kept: "instellingscode:99ZZ")
  static let otherSchool = SenderKey(kept: "instellingscode:11AA")
  /// The number by which the forms of ROC Delta know Sanne.
  static let studentNumber = "studentnummer:0512345"

  static let people = [
    Person(
      id: .mo, name: PersonName(given: "Mo", family: "Haddou"), personnelNumber: "0101", team: "Lassen",
      roles: [.werkplekbegeleider]),
    Person(
      id: .lisa, name: PersonName(given: "Lisa", prefix: "van", family: "Dam"), personnelNumber: "0102", team: "Lassen",
      roles: [.leidinggevende]),
  ]

  static let trainees = [
    Trainee(
      id: .sanne, name: PersonName(given: "Sanne", prefix: "de", family: "Wit"), team: "Lassen", profile: profile.id,
      mentor: .mo, lineManager: .lisa, studentNumber: "0512345", start: date(20_260_901)),
    Trainee(
      id: .bram, name: PersonName(given: "Bram", family: "Visser"), team: "Lassen", profile: profile.id, mentor: .mo,
      lineManager: .lisa, start: date(20_260_901)),
  ]

  static let tasks = [
    WorkTask(code: .migWelding, title: "MIG/MAG-hoeknaad (PB)", group: "Lassen", needed: 2, repeatMonths: nil, isSafety: false),
    WorkTask(code: .tigWelding, title: "TIG RVS-hoeknaad", group: "Lassen", needed: nil, repeatMonths: nil, isSafety: false),
    WorkTask(code: .hotWork, title: "Heetwerkvergunning", group: "Veiligheid", needed: 1, repeatMonths: 1, isSafety: true),
  ]

  /// What Sanne and Bram learn; TIG welding is not in it.
  static let profile = Profile(
    id: made(ProfileID("constructie-3")), version: 1, title: "Constructiewerker niveau 3",
    tasks: [
      ProfileTask(task: .migWelding, target: .beheerst, week: 4), ProfileTask(task: .hotWork, target: .beheerst, week: 1),
    ])

  static var rows: [SetupRow] {
    people.map(SetupRow.person) + tasks.map(SetupRow.task) + [.profile(profile)] + trainees.map(SetupRow.trainee)
  }
}

extension PersonID {
  static let sanne = made(PersonID("t-014"))
  static let bram = made(PersonID("t-015"))
  /// Her werkplekbegeleider.
  static let mo = made(PersonID("mo"))
  /// Her leidinggevende.
  static let lisa = made(PersonID("lisa"))

  /// What this person is to Sanne.
  var roleToSanne: Role {
    switch self {
    case .mo: .werkplekbegeleider
    case .lisa: .leidinggevende
    default: .student
    }
  }
}

extension TaskCode {
  static let migWelding = made(TaskCode("LAS-02"))
  static let tigWelding = made(TaskCode("LAS-04"))
  /// A safety task, to be seen again every month.
  static let hotWork = made(TaskCode("VEI-01"))
}

extension CalendarDate {
  /// A day in the October of all these stories, 2026.
  static func october(_ day: Int) -> CalendarDate { made(CalendarDate(year: 2026, month: 10, day: day)) }
}
