import CompetencyCore
import Testing

@Suite struct RoleTests {
  @Test func `who guides sets the level, and who learns, follows or examines stands beside it`() {
    #expect(Role.allCases.filter(\.observes) == [.werkplekbegeleider, .praktijkopleider, .leidinggevende])
    #expect(Role.allCases.filter { !$0.judges } == [.hr, .beheer])
  }

  @Test func `a person of the company guides, or is of hr or of the administration`() {
    #expect(
      Role.allCases.filter(\.isOfTheCompany) == [.werkplekbegeleider, .praktijkopleider, .leidinggevende, .hr, .beheer])
  }

  @Test func `roles are ordered as they are listed`() { #expect(Role.allCases.reversed().sorted() == Role.allCases) }
}
