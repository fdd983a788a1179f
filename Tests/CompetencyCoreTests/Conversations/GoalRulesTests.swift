import CompetencyCore
import Testing

/// Goals, how it shows that they were reached, and what hinders.
@Suite struct GoalRulesTests {
  @Test func `a level is reached when the matrix says so, and late the day after its day`() {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(5))
    story.records(.migWelding, .beheerst, on: .october(20))
    let result = KeyResult.level(.migWelding, .beheerst, by: .october(15))

    #expect(state(result, story, .october(15)) == .open)
    #expect(state(result, story, .october(16)) == .late)
    // Later than its day it is reached all the same.
    #expect(state(result, story, .october(20)) == .reached)
    #expect(state(.level(.migWelding, .aangeleerd, by: nil), story, .october(20)) == .reached)
    #expect(state(.level(.hotWork, .beheerst, by: nil), story, .last) == .open)
  }

  @Test func `so many tasks of the profile count, others do not`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(5))
    story.records(.tigWelding, .beheerst, on: .october(5))
    #expect(state(.count(1, .beheerst, by: .october(10)), story, .october(11)) == .reached)
    // TIG welding is not in the profile.
    #expect(state(.count(2, .beheerst, by: .october(10)), story, .october(11)) == .late)
    story.records(.hotWork, .aangeleerd, on: .october(8))
    #expect(state(.count(2, .aangeleerd, by: .october(10)), story, .october(11)) == .reached)
    #expect(state(.count(2, .beheerst, by: .october(11)), story, .october(11)) == .open)
  }

  @Test func `of a day only a person can say whether it was kept`() {
    #expect(state(.day(.october(10)), Story(), .october(9)) == .open)
    #expect(state(.day(.october(10)), Story(), .october(10)) == .asked)
    #expect(state(.day(.october(10)), Story(), .last) == .asked)
  }

  @Test func `a goal is open until it is reached, dropped or changed`() {
    var talks = Talks()
    let reached = talks.sets(on: .october(1), priority: 3)
    let dropped = talks.sets(on: .october(1), priority: 2)
    let first = talks.sets(on: .october(1), priority: 1)
    talks.reviews(reached, .keep, on: .october(5))
    talks.reviews(reached, .reached, on: .october(10))
    talks.reviews(dropped, .drop, on: .october(11))
    let second = talks.sets(on: .october(12), priority: 1, instead: first)

    let early = talks.knowledge.goals(of: .sanne, asOf: .october(9))
    #expect(early.map(\.id) == [first, dropped, reached])
    #expect(early.map(\.isOpen) == [true, true, true])
    #expect(early.map(\.touchedOn) == [.october(1), .october(1), .october(5)])
    let late = talks.knowledge.goals(of: .sanne, asOf: .october(12))
    #expect(late.map(\.id) == [first, second, dropped, reached])
    #expect(
      late.map(\.state) == [.changed(into: second), .open, .dropped(on: .october(11)), .reached(on: .october(10))])
  }

  @Test func `what hinders has an age, which stops when it is taken away`() {
    var talks = Talks()
    let later = talks.hinders(since: .october(10))
    let first = talks.hinders(since: .october(1))
    talks.takesAway(first, on: .october(15))

    let obstacles = talks.knowledge.obstacles(of: .sanne, asOf: .october(20))
    #expect(obstacles.map(\.id) == [first, later])
    #expect(obstacles.map { $0.age(on: .october(20)) } == [14, 10])
    #expect(obstacles.map(\.endedOn) == [.october(15), nil])
    #expect(talks.knowledge.obstacles(of: .sanne, asOf: .october(14)).map(\.endedOn) == [nil, nil])
    #expect(talks.knowledge.obstacles(of: .sanne, asOf: .october(9)).map(\.id) == [first])
  }

  private func state(_ result: KeyResult, _ story: Story, _ day: CalendarDate) -> KeyResultState? {
    let matrix = CompetencyMatrix(Knowledge(story.ledger), asOf: day)
    return matrix.knowledge.company.trainees[.sanne].map { matrix.state(of: result, trainee: $0) }
  }
}
