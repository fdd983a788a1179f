import CompetencyCore
import Testing

/// Rule 10: why a task has no level, when that is the latest that was said.
@Suite struct AbsenceTests {
  @Test func `a task that cannot be done here says so`() {
    var story = Story()
    story.records(.tigWelding, without: .kan_hier_niet, on: .october(6))

    #expect(story.cell(.tigWelding).without == .kan_hier_niet)
    #expect(story.cell(.tigWelding).level == .nogNiet)
  }

  @Test func `the latest by day is shown, whichever was recorded last`() {
    var story = Story()
    story.records(.tigWelding, without: .niet_van_toepassing, on: .october(9))
    story.records(.tigWelding, without: .kan_hier_niet, on: .october(6))

    #expect(story.cell(.tigWelding).without == .niet_van_toepassing)
  }

  @Test func `a level of a later day goes before it`() {
    var story = Story()
    story.records(.tigWelding, without: .kan_hier_niet, on: .october(6))
    story.records(.tigWelding, .aangeleerd, on: .october(9))

    #expect(story.cell(.tigWelding).without == nil)
  }

  @Test func `a level of the same day goes before it`() {
    var story = Story()
    story.records(.tigWelding, .nogNiet, on: .october(6))
    story.records(.tigWelding, without: .kan_hier_niet, on: .october(6))

    #expect(story.cell(.tigWelding).without == nil)
  }

  @Test func `a level of an earlier day stays the level, with the reason beside it`() {
    var story = Story()
    story.records(.tigWelding, .aangeleerd, on: .october(2))
    story.records(.tigWelding, without: .kan_hier_niet, on: .october(6))

    #expect(story.cell(.tigWelding).without == .kan_hier_niet)
    #expect(story.cell(.tigWelding).level == .aangeleerd)
  }

  @Test func `not seen this time is history only`() {
    var story = Story()
    story.records(.tigWelding, without: .kan_hier_niet, on: .october(2))
    story.records(.tigWelding, without: .niet_waargenomen, on: .october(6))

    #expect(story.cell(.tigWelding).without == .kan_hier_niet)
  }

  @Test func `before its day it is not there yet`() {
    var story = Story()
    story.records(.migWelding, without: .kan_hier_niet, on: .october(6))

    #expect(story.cell(.migWelding, asOf: .october(5)).without == nil)
    #expect(story.cell(.migWelding, asOf: .october(6)).without == .kan_hier_niet)
  }

  @Test func `what the trainee says of it sets nothing`() {
    var story = Story()
    story.imports(
      SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, without: .kan_hier_niet, by: .student, on: .october(6)))))

    #expect(story.cell(.migWelding).without == nil)
    #expect(story.cell(.migWelding).proposals.isEmpty)
  }
}
