import CompetencyCore
import Testing

/// Goals with key results that the matrix can answer.
@Suite struct GoalStateTests {
  @Test func `a key result on a level is open, then late, then reached`() {
    var story = Story()
    let result = KeyResult.level(.migWelding, .beheerst, by: .october(20))
    #expect(state(result, story, on: .october(20)) == .open)
    #expect(state(result, story, on: .october(21)) == .late)

    story.records(.migWelding, .beheerst, on: .october(19))
    #expect(state(result, story, on: .october(21)) == .reached)
  }

  @Test func `a key result can count the tasks of the profile`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(5))
    #expect(state(.count(2, .aangeleerd, by: nil), story, on: .october(6)) == .open)

    story.records(.hotWork, .aangeleerd, on: .october(6))
    #expect(state(.count(2, .aangeleerd, by: nil), story, on: .october(6)) == .reached)
    #expect(state(.count(2, .beheerst, by: nil), story, on: .october(6)) == .open)
  }

  @Test func `a task beside the profile does not count`() {
    var story = Story()
    story.records(.tigWelding, .beheerst, on: .october(5))
    #expect(state(.count(1, .beheerst, by: nil), story, on: .october(6)) == .open)
  }

  @Test func `when a day has come, a person is asked`() {
    let story = Story()
    #expect(state(.day(.october(20)), story, on: .october(19)) == .open)
    #expect(state(.day(.october(20)), story, on: .october(20)) == .asked)
  }

  @Test func `a goal is kept, changed and reached, and its history stays`() throws {
    var story = Story()
    let first = story.aims([], on: .october(1))
    story.looks(at: first, .keep, on: .october(8))
    let second = story.aims([], on: .october(15), replacing: first)
    story.looks(at: second, .reached, on: .october(22))

    let goals = story.knowledge.goals(of: .sanne, asOf: .october(31))
    #expect(goals.map(\.state) == [.changed(into: second), .reached(on: .october(22))])
    #expect(goals[0].touchedOn == .october(8))
    // On a day in between it was still the first that was open.
    #expect(story.knowledge.goals(of: .sanne, asOf: .october(9)).map(\.state) == [.open])
  }

  @Test(arguments: [
    ("LAS-02=beheerst@1-3-2027", KeyResult.level(.migWelding, .beheerst, by: date(20_270_301))),
    ("5=aangeleerd", .count(5, .aangeleerd, by: nil)), ("1-3-2027", .day(date(20_270_301))),
  ]) func `a key result is typed as a level, a count or a day`(_ typed: String, _ result: KeyResult) {
    #expect(KeyResult(typed: typed) == result)
  }

  @Test(arguments: ["", "LAS-02", "LAS-02=", "LAS-02=beheerst@morgen", "0=beheerst", "=beheerst"])
  func `what is none of these is no key result`(_ typed: String) {
    #expect(KeyResult(typed: typed) == nil)
  }

  private func state(_ result: KeyResult, _ story: Story, on day: CalendarDate) -> KeyResultState {
    story.matrix(on: day).state(of: result, trainee: SampleCompany.trainees[0])
  }
}
