import CompetencyCore
import Testing

/// Rule 11: mastered, but not seen so for longer than the task allows. Hot work has to be seen every month.
@Suite struct StalenessTests {
  @Test func `on the same day of the next month it still holds, the day after it is stale`() {
    var story = Story()
    story.records(.hotWork, .beheerst, on: .october(6))

    #expect(!story.cell(.hotWork, asOf: date(20_261_106)).isStale)
    #expect(story.cell(.hotWork, asOf: date(20_261_107)).isStale)
  }

  @Test func `from the last day of a month to the last day of a shorter one is a month`() {
    var story = Story()
    story.records(.hotWork, .beheerst, on: .october(31))

    #expect(!story.cell(.hotWork, asOf: date(20_261_130)).isStale)
    #expect(story.cell(.hotWork, asOf: date(20_261_201)).isStale)
  }

  @Test func `seen again as mastered, it holds again`() {
    var story = Story()
    story.records(.hotWork, .beheerst, on: .october(6))
    story.records(.hotWork, .beheerst, on: .october(20))

    #expect(!story.cell(.hotWork, asOf: date(20_261_107)).isStale)
  }

  @Test func `seen again at a lower level does not count`() {
    var story = Story()
    story.records(.hotWork, .beheerst, on: .october(6))
    story.records(.hotWork, .aangeleerd, on: .october(20))

    #expect(story.cell(.hotWork, asOf: date(20_261_107)).isStale)
  }

  @Test func `what is only taught is never stale`() {
    var story = Story()
    story.records(.hotWork, .aangeleerd, on: .october(6))

    #expect(!story.cell(.hotWork, asOf: .last).isStale)
  }

  @Test func `a task without a term is never stale`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))

    #expect(!story.cell(.migWelding, asOf: .last).isStale)
  }

  @Test func `a term that was set and undone does not count`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    let term = story.setsUp(
      .task(
        WorkTask(code: .migWelding, title: "MIG/MAG-hoeknaad (PB)", group: "Lassen", needed: 2, repeatMonths: 1, isSafety: false))
    )
    #expect(story.cell(.migWelding).isStale)

    story.undoes(term)

    #expect(!story.cell(.migWelding).isStale)
  }
}
