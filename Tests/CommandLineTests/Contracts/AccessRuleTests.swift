import CompetencyCore
import Testing

@testable import Journeys

/// Who may do what, see whom and read whose words, rule by rule.
@Suite struct AccessRuleTests {
  /// The roles that may do each thing; the trainee is `student`, nobody in particular `beheer`.
  private static let allowed: [Act: [Role]] = {
    let guides: [Role] = [.werkplekbegeleider, .praktijkopleider, .leidinggevende]
    return [
      .setUp: [.beheer], .importForms: [.beheer], .answer: [.beheer], .editTrainee: [.beheer], .examine: [.beheer],
      .takeOut: [.beheer], .putBack: [.beheer], .protect: [.beheer], .seeHRReport: [.hr, .beheer],
      .hangWall: [.leidinggevende, .beheer], .record: guides + [.student], .replan: guides,
      .seeInbox: guides + [.beheer], .decide: guides + [.beheer], .seeLog: guides + [.beheer], .makeReturn: guides + [.beheer],
      .seeLevels: guides + [.student, .beheer], .undo: guides + [.student, .beheer], .seeReports: guides + [.student, .beheer],
      .seeSetup: guides + [.student, .beheer], .seeTeachers: guides + [.student, .beheer], .converse: Role.allCases,
    ]
  }()

  @Test(arguments: Act.allCases) func `each thing is done by the roles that it is for, and by no other`(_ act: Act) throws {
    let roles = try #require(Self.allowed[act])
    for role in Role.allCases {
      let access = Access(.person(Self.person("x", roles: [role])), in: Company())
      #expect(access.may(act) == roles.contains(role), "\(role)")
      #expect(((try? access.require(act)) != nil) == roles.contains(role), "\(role)")
    }
    #expect(Access(.administration, in: Company()).may(act) == roles.contains(.beheer))
    #expect(Access(.trainee(Self.trainee("t-1")), in: Company()).may(act) == roles.contains(.student))
  }

  @Test func `one of several roles is enough`() {
    let access = Access(.person(Self.person("x", roles: [.hr, .werkplekbegeleider])), in: Company())
    #expect(access.may(.seeHRReport) && access.may(.record) && !access.may(.setUp))
  }

  @Test func `one sees the own team, and one's own trainees in another`() {
    let company = Self.company([
      Self.trainee("t-1", team: "Noord"), Self.trainee("t-2", team: "Zuid", mentor: "mo"),
      Self.trainee("t-3", team: "Zuid", lineManager: "mo"), Self.trainee("t-4", team: "Zuid"), Self.trainee("t-5", team: ""),
    ])
    #expect(Self.seen(by: Self.person("mo", team: "Noord"), in: company) == ["t-1", "t-2", "t-3"])
    #expect(Self.seen(by: Self.person("mo", team: ""), in: company) == ["t-2", "t-3"])
    #expect(Self.seen(by: Self.person("mo", team: "Noord", roles: [.hr]), in: company) == [])
    #expect(Self.seen(by: Self.person("ria", roles: [.beheer]), in: company).count == 5)
    let own = Access(.trainee(Self.trainee("t-4")), in: company)
    #expect(own.visibleTrainees.map(\.text) == ["t-4"])
  }

  @Test func `words are read by who guides and who leads the trainee, by the leader of the team, and by nobody else`() {
    let trainee = Self.trainee("t-1", team: "Noord", mentor: "mo", lineManager: "ineke")
    let reads = { (person: Person) in Access(.person(person), in: Self.company([trainee])).readsWords(of: trainee) }

    #expect(reads(Self.person("mo", team: "Zuid")))
    #expect(reads(Self.person("ineke", team: "Zuid", roles: [.praktijkopleider])))
    #expect(reads(Self.person("joyce", team: "Noord", roles: [.leidinggevende])))
    #expect(!reads(Self.person("joyce", team: "Zuid", roles: [.leidinggevende])))
    #expect(!reads(Self.person("hatice", team: "Noord")))
    #expect(!reads(Self.person("ria", team: "Noord", roles: [.beheer])))
    #expect(!Access(.administration, in: Self.company([trainee])).readsWords(of: trainee))
    #expect(Access(.trainee(trainee), in: Self.company([trainee])).readsWords(of: trainee))
    #expect(!Access(.trainee(Self.trainee("t-2", team: "Noord")), in: Self.company([trainee])).readsWords(of: trainee))
  }

  @Test func `data that may only be kept are seen and read by nobody but whom they are about`() {
    let trainee = Self.trainee("t-1", team: "Noord", mentor: "mo", lineManager: "ineke")
    let company = Self.company([trainee, Self.trainee("t-2", team: "Noord")], restricted: "t-1")

    #expect(Self.seen(by: Self.person("mo", team: "Noord"), in: company) == ["t-2"])
    #expect(Self.seen(by: Self.person("ria", roles: [.beheer]), in: company) == ["t-2"])
    #expect(!Access(.person(Self.person("mo", team: "Noord")), in: company).readsWords(of: trainee))
    #expect(!Access(.person(Self.person("ineke", roles: [.leidinggevende])), in: company).readsWords(of: trainee))
    #expect(Access(.trainee(trainee), in: company).readsWords(of: trainee))
    #expect(Access(.trainee(trainee), in: company).visibleTrainees.map(\.text) == ["t-1"])
    // Nobody sees the data, so nobody misses them in the whole.
    #expect(Access(.person(Self.person("mo", team: "Noord")), in: company).wholeTeams == ["Noord"])
  }

  @Test func `only the mentor and the line manager guide`() {
    let trainee = Self.trainee("t-1", team: "Noord", mentor: "mo", lineManager: "ineke")
    let guides = { (id: String) in
      Access(.person(Self.person(id, team: "Noord")), in: Self.company([trainee])).guides(trainee)
    }
    #expect(guides("mo") && guides("ineke") && !guides("hatice"))
    #expect(!Access(.administration, in: Self.company([trainee])).guides(trainee))
  }

  @Test func `one judges as what one is to the trainee`() {
    let trainee = Self.trainee("t-1", team: "Noord", mentor: "mo", lineManager: "ineke")
    let role = { (person: Person) in Access(.person(person), in: Self.company([trainee])).role(toward: trainee) }
    let both: [Role] = [.leidinggevende, .werkplekbegeleider]

    #expect(role(Self.person("ineke", team: "Zuid", roles: both)) == .leidinggevende)
    #expect(role(Self.person("ineke", team: "Zuid", roles: [.praktijkopleider])) == .praktijkopleider)
    #expect(role(Self.person("mo", team: "Zuid", roles: both)) == .werkplekbegeleider)
    #expect(role(Self.person("hatice", team: "Noord", roles: both)) == .werkplekbegeleider)
    #expect(role(Self.person("hatice", team: "Zuid", roles: both)) == nil)
    #expect(role(Self.person("ria", team: "Noord", roles: [.beheer, .hr])) == nil)
    #expect(Access(.trainee(trainee), in: Self.company([trainee])).role(toward: trainee) == .student)
    #expect(Access(.trainee(Self.trainee("t-2")), in: Self.company([trainee])).role(toward: trainee) == nil)
    #expect(Access(.administration, in: Self.company([trainee])).role(toward: trainee) == nil)

    let alone = Self.trainee("t-3", mentor: "ineke", lineManager: "ineke")
    let access = Access(.person(Self.person("ineke", team: "Zuid", roles: both)), in: Self.company([alone]))
    #expect(access.role(toward: alone) == .werkplekbegeleider)
  }

  @Test func `a team is seen as a whole by who sees each of its current trainees`() {
    let company = Self.company([
      Self.trainee("t-1", team: "Noord"), Self.trainee("t-2", team: "Zuid", mentor: "mo"), Self.trainee("t-3", team: "Zuid"),
      Self.trainee("t-4", team: "Oost", mentor: "mo"), Self.trainee("t-5", team: "Oost", status: .gestopt),
      Self.trainee("t-6", team: "", mentor: "mo"), Self.trainee("t-7", team: "West", status: .afgerond),
    ])
    #expect(Access(.person(Self.person("mo", team: "Noord")), in: company).wholeTeams == ["Noord", "Oost"])
    #expect(Access(.administration, in: company).wholeTeams == ["Noord", "Oost", "Zuid"])
    #expect(Access(.trainee(Self.trainee("t-3", team: "Zuid")), in: company).wholeTeams == [])
  }
}

extension AccessRuleTests {
  private static func made(_ id: String) -> PersonID {
    guard let made = PersonID(id) else { preconditionFailure("\(id) is no id") }
    return made
  }

  private static func person(_ id: String, team: String = "", roles: [Role] = [.werkplekbegeleider]) -> Person {
    Person(id: made(id), name: PersonName(given: id, family: "X"), personnelNumber: "", team: team, roles: roles)
  }

  private static func trainee(
    _ id: String, team: String = "", mentor: String? = nil, lineManager: String? = nil, status: Trainee.Status = .lopend
  ) -> Trainee {
    guard let profile = ProfileID("p") else { preconditionFailure("p is no id") }
    return Trainee(
      id: made(id), name: PersonName(given: id, family: "Y"), team: team, profile: profile, mentor: mentor.map(made),
      lineManager: lineManager.map(made), start: .first, status: status)
  }

  private static func company(_ trainees: [Trainee], restricted: String? = nil) -> Company {
    var ledger = Ledger()
    ledger.setup = trainees.map { (.first, .trainee($0)) }
    ledger.restrictions = [restricted].compactMap { $0 }.map {
      Restriction(id: FactID(booking: .first, ordinal: 1), trainee: made($0), isRestricted: true)
    }
    ledger.bookings = [
      Booking(number: .first, recordedAt: Instant(milliseconds: 0), by: nil, account: "test", kind: .setup, undoes: nil)
    ]
    return Knowledge(ledger).company
  }

  private static func seen(by person: Person, in company: Company) -> Set<String> {
    Set(Access(.person(person), in: company).visibleTrainees.map(\.text))
  }
}
