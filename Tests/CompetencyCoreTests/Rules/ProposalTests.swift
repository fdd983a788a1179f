import CompetencyCore
import Testing

/// Rule 9: what the trainee or the school says stands beside the level until somebody decides.
@Suite struct ProposalTests {
  private static func selfReport(_ message: String, form: String = "F-1") -> SampleMessage {
    SampleMessage(message, SampleForm(form, SampleLine(.migWelding, .beheerst, by: .student, on: .october(6))))
  }

  @Test func `a proposal that says more than the level is open`() {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(2))
    story.imports(Self.selfReport("m1"))

    let cell = story.cell(.migWelding)

    #expect(cell.level == .aangeleerd)
    #expect(cell.proposals.map(\.level) == [.beheerst])
    #expect(cell.proposals.map(\.role) == [.student])
  }

  @Test func `a proposal that says no more than the level is not open`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(2))
    story.imports(Self.selfReport("m1"))

    #expect(story.cell(.migWelding).proposals.isEmpty)
  }

  @Test func `who accepts a proposal has seen it, on the day of the proposal`() {
    var story = Story()
    story.imports(Self.selfReport("m1"))

    story.accepts(made(story.cell(.migWelding).proposals.first))

    let cell = story.cell(.migWelding)
    #expect(cell.level == .beheerst)
    #expect(cell.beheerstOn == .october(6))
    #expect(cell.named?.by == .mo)
    #expect(cell.named?.source == .proposal)
    #expect(cell.proposals.isEmpty)
  }

  @Test func `an accepted proposal outlives the undo of its import`() {
    var story = Story()
    let arrival = story.imports(Self.selfReport("m1"))
    story.accepts(made(story.cell(.migWelding).proposals.first), on: .october(8))

    story.undoes(arrival)

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(story.cell(.migWelding).beheerstOn == .october(8))
  }

  @Test func `an accepted proposal stays closed when its level is taken back`() {
    var story = Story()
    story.imports(Self.selfReport("m1"))
    story.accepts(made(story.cell(.migWelding).proposals.first))

    story.withdraws(.migWelding, to: .nogNiet, on: .october(9))

    #expect(story.cell(.migWelding).level == .nogNiet)
    #expect(story.cell(.migWelding).proposals.isEmpty)
  }

  @Test func `a refused proposal is not asked again when a later message repeats it`() {
    var story = Story()
    story.imports(Self.selfReport("m1"))
    story.decides(.refused, on: made(story.cell(.migWelding).proposals.first))

    story.imports(Self.selfReport("m2", form: "F-2"))

    #expect(story.cell(.migWelding).proposals.isEmpty)
  }

  @Test func `the same words of another school are another proposal`() {
    var story = Story()
    story.imports(Self.selfReport("m1"))
    story.decides(.refused, on: made(story.cell(.migWelding).proposals.first))

    story.imports(
      SampleMessage(
        "m1", from: SampleCompany.otherSchool,
        SampleForm("F-1", SampleLine(.migWelding, .beheerst, by: .student, on: .october(6)))))

    #expect(story.cell(.migWelding).proposals.map(\.sender) == [SampleCompany.otherSchool])
  }

  @Test func `undoing a refusal opens the proposal again`() {
    var story = Story()
    story.imports(Self.selfReport("m1"))
    let refusal = story.decides(.refused, on: made(story.cell(.migWelding).proposals.first))

    story.undoes(refusal)

    #expect(story.cell(.migWelding).proposals.count == 1)
  }

  @Test func `two forms that propose the same are one proposal`() {
    var story = Story()
    story.imports(Self.selfReport("m1", form: "F-1"), Self.selfReport("m2", form: "F-2"))

    #expect(story.cell(.migWelding).proposals.count == 1)
  }

  @Test(arguments: Role.allCases.filter { $0.judges && !$0.observes })
  func `whoever is not of the leerbedrijf proposes`(_ role: Role) {
    var story = Story()
    story.imports(SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, by: role, on: .october(6)))))

    #expect(story.cell(.migWelding).level == .nogNiet)
    #expect(story.cell(.migWelding).proposals.map(\.role) == [role])
  }

  @Test func `a level that the scale does not have proposes nothing`() {
    var story = Story()
    story.imports(
      SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, made(LevelID("meester")), by: .student, on: .october(6)))))

    #expect(story.cell(.migWelding).proposals.isEmpty)
  }
}
