import CompetencyCore
import Testing

/// A profile that is looked back on: plan against actual per task.
@Suite struct ClosingEvaluationTests {
  @Test func `a profile is reached on the day on which its last task is`() throws {
    var story = Story()
    story.records(.hotWork, .beheerst, on: .october(5))
    #expect(try evaluation(story).reachedOn == nil)
    #expect(try evaluation(story).remaining == [.migWelding])

    story.records(.migWelding, .aangeleerd, on: .october(8))
    story.records(.migWelding, .beheerst, on: .october(18))
    #expect(try evaluation(story).reachedOn == .october(18))
    #expect(try evaluation(story).remaining.isEmpty)
  }

  @Test func `each task tells its days, its observations and how far from the plan it was`() throws {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(1))
    story.records(.migWelding, .beheerst, on: .october(11))
    let task = try #require(try evaluation(story).tasks.first { $0.task == .migWelding })

    // Week 4 of a training that began on the first of September ends on the 28th.
    #expect(task.plannedOn == date(20_260_928) && task.daysLate == 13)
    #expect(task.daysToAangeleerd == 30 && task.daysToBeheerst == 10 && task.observations == 2)
    #expect(try evaluation(story).longest.map(\.task) == [.migWelding])
  }

  @Test func `conversations since the start are counted`() throws {
    var story = Story()
    story.converses(on: .october(5))
    story.converses(on: .october(20))
    #expect(try evaluation(story).conversations == 2)
  }

  private func evaluation(_ story: Story) throws -> ClosingEvaluation {
    try #require(ClosingEvaluation(of: SampleCompany.trainees[0], in: story.matrix(on: .october(31))))
  }
}
