import CompetencyCore
import Testing

/// The set-up of a company of two people, with every field filled once and left empty once.
enum SampleRows {
  static func all() throws -> [SetupRow] {
    let mo = try #require(PersonID("mo"))
    let sanne = try #require(PersonID("t-014"))
    let task = try #require(TaskCode("LAS-02"))
    let profile = try #require(ProfileID("constructie-3"))
    let school = try #require(SchoolID("roc-delta"))
    let day = try #require(CalendarDate(iso: "2025-09-01"))
    return [
      .person(
        Person(
          id: mo, name: PersonName(given: "Mo", family: "Haddou"), personnelNumber: "00021", team: "Noord",
          roles: [.werkplekbegeleider, .praktijkopleider])),
      .task(WorkTask(code: task, title: "MIG/MAG hoeknaad (PB)", group: "Lassen", needed: 3, repeatMonths: 12, isSafety: true)),
      .task(
        WorkTask(
          code: try #require(TaskCode("e\u{301}")), title: "Twee tekens", group: "", needed: nil, repeatMonths: nil,
          isSafety: false)),
      .school(
        School(
          id: school, name: "ROC Delta", institutionCode: "99ZZ",
          otherNumbers: [OrganisationNumber(kind: .kvk, value: "12345678"), OrganisationNumber(kind: .lokaal, value: "rocd")],
          hasNineDigitNumbers: true)),
      .profile(
        Profile(
          id: profile, version: 1, title: "Constructiewerker",
          tasks: [
            ProfileTask(task: task, target: .beheerst, week: 12, way: .cursus),
            ProfileTask(task: task, target: .aangeleerd, week: nil),
          ])),
      .trainee(
        Trainee(
          id: sanne, name: PersonName(given: "Sanne", prefix: "de", family: "Wit"), personnelNumber: "00412", team: "Noord",
          profile: profile, mentor: mo, lineManager: mo, school: school, studentNumber: "0512345", start: day,
          expectedEnd: day.adding(months: 22), rhythm: .weeks(6), programme: "Constructiewerker niveau 3", pathway: .bbl,
          status: .gepauzeerd)),
      .trainee(
        Trainee(
          id: try #require(PersonID("t-015")), name: PersonName(given: "Youssef", family: "Amrani"), team: "Noord",
          profile: profile, profileVersion: 2, start: day)),
    ]
  }
}

/// One fact of each kind, and one message with everything in it.
struct SampleFacts {
  let records: [HandRecord]
  let withdrawal: Withdrawal
  let decision: Decision
  let answers: [Answer]
  let routeChanges: [RouteChange]

  init() throws {
    let (sanne, mo) = (try #require(PersonID("t-014")), try #require(PersonID("mo")))
    let task = try #require(TaskCode("LAS-02"))
    let day = try #require(CalendarDate(iso: "2026-03-09"))
    let id = { (ordinal: Int) in FactID(booking: .first, ordinal: ordinal) }
    records = [
      HandRecord(
        id: id(1), trainee: sanne, task: task, judgement: .level(.beheerst), seenOn: day, seenBy: mo, role: .werkplekbegeleider,
        source: .hand),
      HandRecord(
        id: id(2), trainee: sanne, task: task, judgement: .without(.kan_hier_niet), seenOn: day, seenBy: mo,
        role: .leidinggevende, source: .proposal),
    ]
    withdrawal = Withdrawal(id: id(3), trainee: sanne, task: task, to: .aangeleerd, on: day, by: mo)
    let plans: [(RouteChange.Week?, LearningWay?)] = [(.planned(60), .school), (.unplanned, nil), (nil, .onder_toezicht)]
    routeChanges = plans.enumerated().map { index, plan in
      RouteChange(id: id(20 + index), trainee: sanne, task: task, on: day, by: mo, week: plan.0, way: plan.1)
    }
    let sender = SenderKey(kept: "instellingscode:99ZZ")
    decision = Decision(
      id: id(4), key: DecisionKey(trainee: sanne, task: task, level: .beheerst, seenOn: day, role: .student, sender: sender),
      verdict: .refused)
    let meanings: [(QuestionKey.Subject, Answer.Meaning)] = [
      (.trainee, .trainee(sanne)), (.task, .task(task)), (.level, .level(.aangeleerd)), (.formReused, .skip),
    ]
    answers = meanings.enumerated().map { index, meaning in
      Answer(
        id: id(5 + index), question: QuestionKey(sender: sender, subject: meaning.0, written: "x"), meaning: meaning.1,
        isRemembered: index == 0)
    }
  }

  static func message() throws -> SchoolMessage {
    let sender = SenderKey(kept: "instellingscode:99ZZ")
    let day = try #require(CalendarDate(iso: "2026-03-09"))
    let entries = [
      FormEntry(
        place: SourcePlace(file: "f.xml", line: 31, path: "/bericht/formulier[1]/voortgang/taak[1]/oordeel[1]"),
        task: try #require(TaskCode("LAS-02")), taskName: "Hoeknaad",
        said: .level(SchoolLevel(scale: "ovg", level: "V"), readAs: .term(.aangeleerd)),
        role: .werkplekbegeleider, byName: "Mo Haddou", seenOn: day, note: "Drie naden goed."),
      FormEntry(
        place: SourcePlace(file: "f.xml", line: 32), task: try #require(TaskCode("LAS-04")), said: .without(.kan_hier_niet),
        role: .student, seenOn: day),
    ]
    let agreement = ReadAgreement(id: "A1", owner: .student, dueOn: day, status: .open, task: "LAS-02", follows: "A0")
    let form = SchoolForm(
      id: FormID("F-1"), version: 2, kind: .voortgangsgesprek, heldOn: day,
      participant: Participant(numbers: [.init(kind: .studentnummer, value: "0512345")], displayName: "Sanne de Wit"),
      entries: entries, topics: [FormTopic(code: "terugblik", contributedBy: .student, text: "Het ging goed.")],
      agreements: [FormAgreement(statement: agreement, ownerName: "Sanne", text: "Map bijwerken.")],
      minutes: 25, nextConversation: day.adding(days: 90), place: SourcePlace(file: "f.xml", line: 20),
      content: ContentDigest(hex: "aa"))
    let head = MessageHead(
      key: MessageKey(sender: sender, id: MessageID("urn:uuid:1")),
      senderNumbers: [OrganisationNumber(kind: .instellingscode, value: "99ZZ")], senderName: "ROC Delta",
      createdAt: ScratchStore.noon, replaces: MessageID("urn:uuid:0"), file: "f.xml")
    return SchoolMessage(head: head, forms: [form], content: ContentDigest(hex: "bb"))
  }
}
