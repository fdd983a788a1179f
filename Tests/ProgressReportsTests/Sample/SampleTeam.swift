import CompetencyCore

/// Werkplaats Noord on 20 November 2026: the small team that every test here is about.
enum SampleTeam {
  static let today = day("2026-11-20")
  static let sanne = id("t-014")
  static let youssef = id("t-015")
  static let daan = id("t-016")
  static let lisa = id("t-017")
  static let noord = "Werkplaats Noord"

  static var knowledge: Knowledge { Knowledge(SampleLedger().ledger) }
  static var matrix: CompetencyMatrix { CompetencyMatrix(knowledge, asOf: today) }
  /// The trail by a clock that stood at eight on this day, and went on a minute a booking.
  static var trail: BookingTrail {
    BookingTrail(SampleLedger().ledger, knowledge) { moment in
      let minutes = (moment.milliseconds - 1_800_000_000_000) / 60_000
      return (today, "8.\(minutes < 10 ? "0" : "")\(minutes)")
    }
  }

  static func trainees(_ matrix: CompetencyMatrix) -> [Trainee] { matrix.knowledge.company.currentTrainees }

  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .first }
  static func id(_ text: String) -> PersonID { made(PersonID(text)) }
  static func code(_ text: String) -> TaskCode { made(TaskCode(text)) }

  /// The value, which the sample data make for certain.
  static func made<Value>(_ value: Value?) -> Value {
    guard let value else { fatalError("the sample data are wrong") }
    return value
  }
}

/// The rows of the set-up.
enum SampleSetup {
  static let tasks = [
    task("BAS-03", "Meten met micrometer", "Basis", needed: 2, months: 12),
    task("BAS-04", "Veilig werken met PBM", "Basis", needed: nil, safe: true),
    task("LAS-01", "Hechten", "Lassen", needed: 2), task("LAS-02", "MIG/MAG hoeknaad (PB)", "Lassen", needed: 3),
    task("LAS-04", "TIG RVS hoeknaad", "Lassen", needed: 1, months: 12),
    task("LAS-05", "Lasnaad visueel controleren", "Lassen", needed: 2),
    task("LAS-06", "Lasapparaat instellen", "Lassen", needed: 2),
    task("ONH-06", "Machine vrijschakelen (LOTO)", "Onderhoud", needed: 2, safe: true),
  ]

  static let profiles = [
    Profile(
      id: SampleTeam.made(ProfileID("constructie-3")), version: 1, title: "Constructiewerker niveau 3",
      tasks: [
        planned("BAS-04", 2), planned("BAS-03", 10), planned("LAS-01", 20), planned("LAS-06", 40), planned("LAS-02", 60),
        planned("LAS-05", 62), planned("LAS-04", 70), planned("ONH-06", 90),
      ]),
    Profile(
      id: SampleTeam.made(ProfileID("constructie-2")), version: 1, title: "Constructiewerker niveau 2",
      tasks: [
        planned("BAS-04", 2), planned("BAS-03", 12), planned("LAS-01", 30), planned("LAS-02", 50), planned("LAS-05", nil),
        planned("LAS-06", 60),
      ]),
  ]

  static let people = [
    Person(
      id: SampleTeam.id("mo"), name: PersonName(given: "Mo", family: "Haddou"), personnelNumber: "00101", team: SampleTeam.noord,
      roles: [.werkplekbegeleider]),
    Person(
      id: SampleTeam.id("ineke"), name: PersonName(given: "Ineke", family: "Bos"), personnelNumber: "00090",
      team: SampleTeam.noord, roles: [.leidinggevende]),
  ]

  static let school = School(id: SampleTeam.made(SchoolID("roc-delta")), name: "ROC Delta", institutionCode: "99ZZ")

  static let trainees = [
    trainee(
      "t-014", PersonName(given: "Sanne", prefix: "de", family: "Wit"), "00412", "constructie-3", start: "2025-09-01",
      end: "2027-07-31"),
    trainee(
      "t-015", PersonName(given: "Youssef", family: "Amrani"), "00413", "constructie-2", start: "2025-09-01", end: "2027-07-31"),
    trainee(
      "t-016", PersonName(given: "Daan", family: "Kuipers"), "00414", "constructie-3", start: "2024-09-02", end: "2026-12-18"),
    trainee(
      "t-017", PersonName(given: "Lisa", family: "Öztürk"), "00415", "constructie-3", start: "2024-09-02", end: nil,
      status: .gepauzeerd),
  ]

  static var rows: [SetupRow] {
    people.map { .person($0) } + trainees.map { .trainee($0) } + tasks.map { .task($0) } + profiles.map { .profile($0) } + [
      .school(school)
    ]
  }

  private static func task(_ code: String, _ title: String, _ group: String, needed: Int?, months: Int? = nil, safe: Bool = false)
    -> WorkTask
  {
    WorkTask(
      code: SampleTeam.code(code), title: title, group: group, needed: needed, repeatMonths: months, isSafety: safe,
      isOnWall: true)
  }

  private static func planned(_ code: String, _ week: Int?) -> ProfileTask {
    ProfileTask(task: SampleTeam.code(code), target: .beheerst, week: week)
  }

  private static func trainee(
    _ id: String, _ name: PersonName, _ number: String, _ profile: String, start: String, end: String?,
    status: Trainee.Status = .lopend
  ) -> Trainee {
    Trainee(
      id: SampleTeam.id(id), name: name, personnelNumber: number, team: SampleTeam.noord,
      profile: SampleTeam.made(ProfileID(profile)),
      mentor: SampleTeam.id("mo"), lineManager: SampleTeam.id("ineke"), school: school.id, studentNumber: "88" + number,
      start: SampleTeam.day(start), expectedEnd: end.map(SampleTeam.day), pathway: .bbl, status: status)
  }
}
