import CompetencyCore
import Testing

/// What the training took, at its end.
@Suite struct ClosingEvaluationTests {
  @Test func `it ends on the day of its last target, with plan against actual`() throws {
    var story = Story()
    story.records(.hotWork, .beheerst, on: date(20_260_906))
    story.records(.migWelding, .aangeleerd, on: .october(1))
    story.records(.migWelding, .beheerst, on: .october(8))

    let evaluation = try #require(evaluated(story, asOf: .october(20)))

    #expect(evaluation.reachedOn == .october(8) && evaluation.remaining.isEmpty)
    let tasks = evaluation.tasks
    #expect(tasks.map(\.task) == [.migWelding, .hotWork])
    // Four weeks from 1 September end on the 28th, one week on the 7th.
    #expect(tasks.map(\.plannedOn) == [date(20_260_928), date(20_260_907)])
    #expect(tasks.map(\.daysLate) == [10, -1])
    #expect(tasks.map(\.daysToAangeleerd) == [30, nil])
    #expect(tasks.map(\.daysToBeheerst) == [7, 5])
    #expect(tasks.map(\.observations) == [2, 1])
    #expect(evaluation.longest.map(\.task) == [.migWelding, .hotWork])
  }

  @Test func `while a task is left it has not ended`() throws {
    var story = Story()
    story.records(.hotWork, .beheerst, on: date(20_260_906))
    let evaluation = try #require(evaluated(story, asOf: .october(20)))
    #expect(evaluation.reachedOn == nil)
    #expect(evaluation.remaining == [.migWelding])
    #expect(evaluation.tasks.map(\.daysLate) == [nil, -1])
    #expect(evaluation.longest.map(\.task) == [.hotWork])
  }

  @Test func `it counts the conversations since the start`() throws {
    var talks = Talks()
    for day in [date(20_260_820), .october(1), .october(1), .october(15), .october(25)] { talks.holds(on: day) }
    let matrix = talks.matrix(asOf: .october(20))
    let sanne = try #require(matrix.knowledge.company.trainees[.sanne])
    #expect(ClosingEvaluation(of: sanne, in: matrix)?.conversations == 2)
  }

  @Test func `the profile with the smallest gap comes first, one that is reached already does not come`() throws {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(1))
    let level = ProfileTask(task: .tigWelding, target: .beheerst, week: nil)
    let done = ProfileTask(task: .migWelding, target: .beheerst, week: nil)
    let hot = ProfileTask(task: .hotWork, target: .beheerst, week: nil)
    story.setsUp(profile("wijd", [level, hot]), profile("smal", [level, done]), profile("klaar", [done]))

    let next = try #require(evaluated(story, asOf: .october(20))).next

    #expect(next.map(\.profile.text) == ["smal", "wijd"])
    #expect(next.map(\.gap) == [[.tigWelding], [.tigWelding, .hotWork]])
    #expect(next.map(\.reached) == [1, 0])
  }

  private func profile(_ id: String, _ tasks: [ProfileTask]) -> SetupRow {
    .profile(Profile(id: made(ProfileID(id)), version: 1, title: id, tasks: tasks))
  }

  private func evaluated(_ story: Story, asOf day: CalendarDate) -> ClosingEvaluation? {
    let matrix = CompetencyMatrix(Knowledge(story.ledger), asOf: day)
    return matrix.knowledge.company.trainees[.sanne].flatMap { ClosingEvaluation(of: $0, in: matrix) }
  }
}
