import CompetencyCore
import Testing

/// Rule 5: only a withdrawal lowers a level, from its day back.
@Suite struct WithdrawalTests {
  @Test func `a withdrawal caps what was seen before it`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))

    story.withdraws(.migWelding, to: .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).level == .aangeleerd)
    #expect(story.cell(.migWelding).beheerstOn == nil)
    #expect(story.cell(.migWelding).aangeleerdOn == .october(6))
  }

  @Test func `what is seen after a withdrawal counts in full, also when it was recorded before`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(12))

    story.withdraws(.migWelding, to: .nogNiet, on: .october(9))

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `what is recorded later about an earlier day is capped too`() {
    var story = Story()
    story.withdraws(.migWelding, to: .nogNiet, on: .october(9))

    story.records(.migWelding, .beheerst, on: .october(6))

    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `on its own day a withdrawal caps what was recorded by hand before it`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(9))

    story.withdraws(.migWelding, to: .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `on its own day what is recorded by hand after a withdrawal counts in full`() {
    var story = Story()
    story.withdraws(.migWelding, to: .nogNiet, on: .october(9))

    story.records(.migWelding, .beheerst, on: .october(9))

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `on its own day a withdrawal caps a form, whichever came first`() {
    let form = SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(9))))
    var formFirst = Story()
    formFirst.imports(form)
    formFirst.withdraws(.migWelding, to: .aangeleerd, on: .october(9))
    var formLast = Story()
    formLast.withdraws(.migWelding, to: .aangeleerd, on: .october(9))
    formLast.imports(form)

    #expect(formFirst.cell(.migWelding).level == .aangeleerd)
    #expect(formLast.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `of two withdrawals the lowest holds`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.withdraws(.migWelding, to: .nogNiet, on: .october(8))

    story.withdraws(.migWelding, to: .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `a withdrawal raises nothing`() {
    var story = Story()
    story.records(.migWelding, .nogNiet, on: .october(6))

    story.withdraws(.migWelding, to: .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `before its day a withdrawal is not there yet`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.withdraws(.migWelding, to: .nogNiet, on: .october(9))

    #expect(story.cell(.migWelding, asOf: .october(8)).level == .beheerst)
    #expect(story.cell(.migWelding, asOf: .october(9)).level == .nogNiet)
  }

  @Test func `undoing a withdrawal gives the level back`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    let withdrawal = story.withdraws(.migWelding, to: .nogNiet, on: .october(9))

    story.undoes(withdrawal)

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `a withdrawal of one task leaves the others alone`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.tigWelding, .beheerst, on: .october(6))

    story.withdraws(.tigWelding, to: .nogNiet, on: .october(9))

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(story.cell(.tigWelding).level == .nogNiet)
  }
}
