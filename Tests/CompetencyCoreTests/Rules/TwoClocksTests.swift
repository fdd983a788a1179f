import CompetencyCore
import Testing

/// Rule 12: asOf cuts on the day seen, knownOn on bookings, and neither on anything else.
@Suite struct TwoClocksTests {
  @Test func `a view of an older booking does not know what was recorded later about an earlier day`() {
    var story = Story()
    let before = story.records(.migWelding, .aangeleerd, on: .october(6))
    story.records(.migWelding, .beheerst, on: .october(2))

    #expect(story.cell(.migWelding, knownOn: before).level == .aangeleerd)
    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `a view of an older booking still shows what was undone later`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    story.undoes(booking)

    #expect(story.cell(.migWelding, knownOn: booking).level == .beheerst)
  }

  @Test func `a view of an older booking knows nothing of a correction that came later`() {
    var story = Story()
    let first = story.imports(SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(6)))))
    story.imports(SampleMessage("m2", replaces: "m1", SampleForm("F-2", SampleLine(.tigWelding, .beheerst, on: .october(6)))))

    #expect(story.cell(.migWelding, knownOn: first).level == .beheerst)
    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `a view of an older booking asks what was answered later`() {
    var story = Story()
    let first = story.imports(
      SampleMessage("m1", SampleForm("F-1", SampleLine(unknownTask: "B1-K1-W1", .beheerst, on: .october(6)))))
    story.answers(.task, "B1-K1-W1", .task(.migWelding))

    #expect(story.cell(.migWelding, knownOn: first).level == .nogNiet)
    #expect(Knowledge(story.ledger, knownOn: first).questions.count == 1)
    #expect(Knowledge(story.ledger).questions.isEmpty)
  }

  @Test func `a view of an older booking shows a proposal that was decided later`() {
    var story = Story()
    let proposed = story.records(.migWelding, .beheerst, on: .october(6), by: .sanne)
    story.decides(.refused, on: made(story.cell(.migWelding).proposals.first))

    #expect(story.cell(.migWelding, knownOn: proposed).proposals.count == 1)
    #expect(story.cell(.migWelding).proposals.isEmpty)
  }

  @Test func `a view of an older booking reads the set-up of then`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    story.setsUp(
      .task(
        WorkTask(code: .migWelding, title: "MIG/MAG-hoeknaad (PB)", group: "Lassen", needed: 2, repeatMonths: 1, isSafety: false))
    )

    #expect(!story.cell(.migWelding, knownOn: booking).isStale)
    #expect(story.cell(.migWelding).isStale)
  }

  @Test func `the matrix of an earlier day knows what was decided since`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9))
    story.decides(.dismissed, on: made(story.cell(.migWelding).disagreements.first))

    #expect(story.cell(.migWelding, asOf: .october(9)).disagreements.isEmpty)
  }
}
