import CompetencyCore
import Testing

/// Rule 8: an observation that says less than one of an earlier day counts for.
@Suite struct DisagreementTests {
  @Test func `a later, lower observation is kept beside the level`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9), by: .lisa)

    let cell = story.cell(.migWelding)

    #expect(cell.level == .beheerst)
    #expect(cell.disagreements.map(\.level) == [.aangeleerd])
    #expect(cell.disagreements.map(\.by) == [.lisa])
  }

  @Test func `an earlier day decides, not an earlier booking`() {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(9))
    story.records(.migWelding, .beheerst, on: .october(6))

    #expect(story.cell(.migWelding).disagreements.map(\.seenOn) == [.october(9)])
  }

  @Test func `on one day the higher counts and nothing disagrees`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(6), by: .lisa)

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(story.cell(.migWelding).disagreements.isEmpty)
  }

  @Test func `the same level again agrees`() {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9), by: .lisa)

    #expect(story.cell(.migWelding).disagreements.isEmpty)
  }

  @Test func `a withdrawal to what was said settles the disagreement`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9), by: .lisa)

    story.withdraws(.migWelding, to: .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).level == .aangeleerd)
    #expect(story.cell(.migWelding).disagreements.isEmpty)
  }

  @Test func `a disagreement is dismissed for its content, until that is undone`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9))
    let dismissal = story.decides(.dismissed, on: made(story.cell(.migWelding).disagreements.first))
    #expect(story.cell(.migWelding).disagreements.isEmpty)

    story.undoes(dismissal)

    #expect(story.cell(.migWelding).disagreements.map(\.seenOn) == [.october(9)])
  }

  @Test func `another lower observation is a disagreement of its own`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9))
    story.decides(.dismissed, on: made(story.cell(.migWelding).disagreements.first))

    story.records(.migWelding, .aangeleerd, on: .october(12))

    #expect(story.cell(.migWelding).disagreements.map(\.seenOn) == [.october(12)])
  }

  @Test func `a disagreement is there from its own day on`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding, asOf: .october(8)).disagreements.isEmpty)
    #expect(story.cell(.migWelding, asOf: .october(9)).disagreements.count == 1)
  }

  @Test func `a trainee who says less of herself does not disagree`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9), by: .sanne)

    #expect(story.cell(.migWelding).disagreements.isEmpty)
  }
}
