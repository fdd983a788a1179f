import CompetencyCore
import Testing

@Suite struct TrainingHistoryTests {
  @Test func `a pause is the days between two rows, and is no time of learning`() {
    let history = Self.history([.lopend, .gepauzeerd, .lopend])
    #expect(history.pauses.map(\.first) == [.october(2)] && history.pauses.map(\.until) == [.october(3)])
    #expect(history.days(from: .october(1), to: .october(5)) == 3)
    #expect(history.days(from: .october(3), to: .october(5)) == 2)
    #expect(history.isPaused(on: .october(2)) && !history.isPaused(on: .october(3)) && !history.isPaused(on: .october(1)))
  }

  @Test func `a pause that was not ended goes on`() {
    let history = Self.history([.lopend, .gepauzeerd])
    #expect(history.days(from: .october(1), to: .october(9)) == 1 && history.isPaused(on: .october(30)))
  }

  @Test func `who was paused from the first row on stands still since the start`() {
    let history = Self.history([.gepauzeerd])
    #expect(history.pauses.map(\.first) == [SampleCompany.trainees[0].start] && history.scope.map(\.tasks) == [2])
  }

  @Test func `another profile changes the number of tasks from the day of the row on`() throws {
    var company = Self.company()
    var sanne = SampleCompany.trainees[0]
    let small = Profile(
      id: try #require(ProfileID("klein")), version: 1, title: "Klein", tasks: Array(SampleCompany.profile.tasks.prefix(1)))
    company.apply(.profile(small), in: .first)
    sanne.profile = small.id
    company.apply(.trainee(sanne), in: BookingNumber.first.next)
    let history = company.history(of: sanne) { .october($0.number) }
    #expect(history.scope.map(\.tasks) == [2, 1] && history.scope.map(\.since) == [sanne.start, .october(2)])
  }

  @Test func `another version of the same profile is a turn, and the same row again is none`() {
    var (company, sanne) = (Self.company(), SampleCompany.trainees[0])
    company.apply(.trainee(sanne), in: BookingNumber.first.next)
    #expect(company.turns.isEmpty)
    sanne.profileVersion = 2
    company.apply(.trainee(sanne), in: BookingNumber.first.next)
    #expect(company.turns[.sanne]?.map(\.profileVersion) == [1, 2])
  }

  /// The history of Sanne, whose row said each of these, the second on 2 October, the third on the 3rd.
  private static func history(_ said: [Trainee.Status]) -> TrainingHistory {
    var (company, sanne) = (company(said[0]), SampleCompany.trainees[0])
    for (index, status) in said.enumerated() {
      sanne.status = status
      company.apply(.trainee(sanne), in: BookingNumber(index + 1))
    }
    return company.history(of: sanne) { .october($0.number) }
  }

  private static func company(_ status: Trainee.Status = .lopend) -> Company {
    var company = Company()
    for row in SampleCompany.rows {
      guard case .trainee(var trainee) = row else {
        company.apply(row, in: .first)
        continue
      }
      trainee.status = status
      company.apply(.trainee(trainee), in: .first)
    }
    return company
  }
}
