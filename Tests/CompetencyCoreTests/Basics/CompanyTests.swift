import CompetencyCore
import Testing

@Suite struct CompanyTests {
  private static func company() -> Company {
    var company = Company()
    for row in SampleCompany.rows { company.apply(row) }
    return company
  }

  @Test func `the current trainees of a team are those of exactly its name, in the order of their ids`() {
    var company = Self.company()
    var (sanne, other) = (SampleCompany.trainees[0], SampleCompany.trainees[1])
    #expect(company.currentTrainees(ofTeam: "Lassen").map(\.id) == [.sanne, .bram])
    #expect(company.currentTrainees(ofTeam: "lassen").isEmpty)
    (sanne.status, other.team) = (.afgerond, "")
    company.apply(.trainee(sanne))
    company.apply(.trainee(other))
    #expect(company.currentTrainees(ofTeam: "Lassen").isEmpty && company.currentTrainees.map(\.id) == [.bram])
    #expect(company.teams == ["Lassen"])
  }

  @Test func `tasks stay in the order in which they first came, however often they change`() {
    var company = Self.company()
    company.apply(.task(SampleCompany.tasks[0]))
    #expect(company.tasksInOrder.map(\.code) == SampleCompany.tasks.map(\.code))
  }

  @Test func `a name without a prefix has no gap, and an organisation's number has a register and a value`() {
    #expect(SampleCompany.people[0].name.full == "Mo Haddou" && SampleCompany.people[1].name.full == "Lisa van Dam")
    #expect(OrganisationNumber(written: "kvk:1:2") == OrganisationNumber(kind: .kvk, value: "1:2"))
    #expect(OrganisationNumber(written: "kvk") == nil && OrganisationNumber(written: "elders:1") == nil)
  }

  @Test func `a rhythm is a word of the field or a number of weeks`() {
    #expect(Rhythm("6w") == .weeks(6) && Rhythm("maandelijks") == .maandelijks && Rhythm("104w") == .weeks(104))
    for text in ["6", "6x", "w", "0w", "105w", "-1w"] { #expect(Rhythm(text) == nil, "\(text)") }
  }
}
