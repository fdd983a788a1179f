import CompetencyCore
import Testing

/// Rule 3: of the forms with one identity in messages that count, one counts.
@Suite struct CountingFormTests {
  private static func form(version: Int = 1, _ level: LevelID) -> SampleForm {
    SampleForm("F-1", version: version, SampleLine(.migWelding, level, on: .october(6)))
  }

  @Test func `the highest version counts, however old its message`() {
    var story = Story()
    story.imports(SampleMessage("m1", made: 1, Self.form(version: 2, .aangeleerd)))
    story.imports(SampleMessage("m2", made: 2, Self.form(version: 1, .beheerst)))

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `of equal versions the one in the message that was made last counts, whichever arrived first`() {
    var story = Story()
    story.imports(SampleMessage("m1", made: 2, Self.form(.aangeleerd)))
    story.imports(SampleMessage("m2", made: 1, Self.form(.beheerst)))

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `of messages made at one moment the last berichtid counts, whichever arrived first`() {
    var story = Story()
    story.imports(SampleMessage("m2", Self.form(.aangeleerd)))
    story.imports(SampleMessage("m1", Self.form(.beheerst)))

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `undoing the import of the newer form brings the older one back`() {
    var story = Story()
    story.imports(SampleMessage("m1", made: 1, Self.form(.beheerst)))
    let newer = story.imports(SampleMessage("m2", made: 2, Self.form(.aangeleerd)))

    story.undoes(newer)

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `a form that came again in a later message outlives the undo of the older import`() {
    var story = Story()
    let older = story.imports(SampleMessage("m1", made: 1, Self.form(.beheerst)))
    story.imports(SampleMessage("m2", made: 2, Self.form(.beheerst)))

    story.undoes(older)

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `a higher version in a replaced message does not count`() {
    var story = Story()
    story.imports(SampleMessage("m1", Self.form(version: 2, .beheerst)))
    story.imports(SampleMessage("m2", replaces: "m1", Self.form(version: 1, .aangeleerd)))

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `one form id on two days is two forms, and both count`() {
    var story = Story()
    story.imports(
      SampleMessage("m1", SampleForm("F-1", heldOn: .october(1), SampleLine(.migWelding, .aangeleerd, on: .october(1)))))
    story.imports(
      SampleMessage("m2", SampleForm("F-1", heldOn: .october(9), SampleLine(.migWelding, .beheerst, on: .october(9)))))

    #expect(story.cell(.migWelding).aangeleerdOn == .october(1))
    #expect(story.cell(.migWelding).beheerstOn == .october(9))
  }

  @Test func `a message that counts twice since its undo was undone, counts as it was read first`() {
    var story = Story()
    let first = story.imports(SampleMessage("m1", Self.form(.beheerst)))
    let undo = story.undoes(first)
    story.imports(SampleMessage("m1", Self.form(.beheerst)))
    story.undoes(undo)

    #expect(Knowledge(story.ledger).forms.map(\.arrival.booking) == [first])
  }

  @Test func `the forms that count are in the order of their messages, then of their ids`() {
    func form(_ id: String, _ day: Int = 1) -> SampleForm {
      SampleForm(id, heldOn: .october(day), SampleLine(.migWelding, .beheerst, on: .october(day)))
    }
    var story = Story()
    story.imports(SampleMessage("m2", form("F-1"), form("F-1", 9)))
    story.imports(SampleMessage("m1", form("F-3"), form("F-2")))

    let forms = Knowledge(story.ledger).forms
    #expect(forms.map(\.arrival.message.id.text) == ["m1", "m1", "m2", "m2"])
    #expect(forms.map(\.arrival.identity.formID.text) == ["F-2", "F-3", "F-1", "F-1"])
    #expect(forms.map(\.arrival.identity.heldOn) == [.october(1), .october(1), .october(1), .october(9)])
  }
}
