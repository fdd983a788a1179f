import CompetencyCore
import Testing

/// Rule 2: a message counts while its import is live and no live import brought a message that corrects it.
@Suite struct CountingMessageTests {
  private let first = SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(6))))
  private let second = SampleMessage(
    "m2", replaces: "m1", SampleForm("F-2", SampleLine(.migWelding, .aangeleerd, on: .october(6))))
  private let third = SampleMessage(
    "m3", replaces: "m2", SampleForm("F-3", SampleLine(.tigWelding, .aangeleerd, on: .october(6))))

  @Test func `a message takes the place of the one that it replaces, with all its forms`() {
    var story = Story()
    story.imports(first)
    story.imports(second)

    #expect(story.cell(.migWelding).level == .aangeleerd)
    #expect(Knowledge(story.ledger).messages == [second.key])
  }

  @Test func `a message that was replaced before it came does not count when it comes`() {
    var story = Story()
    story.imports(second)
    story.imports(first)

    #expect(story.cell(.migWelding).level == .aangeleerd)
    #expect(Knowledge(story.ledger).messages == [second.key])
  }

  @Test func `a replaced message replaces still`() {
    var story = Story()
    story.imports(first)
    story.imports(second)
    story.imports(third)

    #expect(story.cell(.migWelding).level == .nogNiet)
    #expect(Knowledge(story.ledger).messages == [third.key])
  }

  @Test func `a chain holds over a message whose import was undone`() {
    var story = Story()
    story.imports(first)
    let import2 = story.imports(second)
    story.imports(third)

    story.undoes(import2)

    #expect(Knowledge(story.ledger).messages == [third.key])
  }

  @Test func `undoing the correction brings the corrected message back`() {
    var story = Story()
    story.imports(first)
    let correction = story.imports(second)

    story.undoes(correction)

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(Knowledge(story.ledger).messages == [first.key])
  }

  @Test func `a school cannot replace a message of another school`() {
    var story = Story()
    story.imports(first)
    story.imports(SampleMessage("m2", from: SampleCompany.otherSchool, replaces: "m1"))

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `a message that was imported, undone and imported again counts once`() {
    var story = Story()
    let import1 = story.imports(first)
    let undo = story.undoes(import1)
    story.imports(first)
    story.undoes(undo)

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(Knowledge(story.ledger).forms.count == 1)
  }

  @Test func `in a ring of corrections no message corrects itself`() {
    var story = Story()
    story.imports(SampleMessage("m1", replaces: "m2", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(6)))))
    let second = story.imports(
      SampleMessage("m2", replaces: "m1", SampleForm("F-2", SampleLine(.migWelding, .aangeleerd, on: .october(6)))))
    #expect(Knowledge(story.ledger).messages.isEmpty)

    story.undoes(second)

    #expect(story.cell(.migWelding).level == .beheerst)
  }
}
