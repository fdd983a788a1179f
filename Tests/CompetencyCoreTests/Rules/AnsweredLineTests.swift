import CompetencyCore
import Testing

/// Rule 4: a line that was parked and answered later also needs its answer's booking to be live.
@Suite struct AnsweredLineTests {
  private static func asks(_ message: String, _ day: CalendarDate = .october(6)) -> SampleMessage {
    SampleMessage(message, SampleForm("F-" + message, SampleLine(unknownTask: "B1-K1-W1", .beheerst, on: day)))
  }

  @Test func `a line with an unknown task waits until somebody says which task is meant`() {
    var story = Story()
    story.imports(Self.asks("m1"))
    #expect(story.cell(.migWelding).level == .nogNiet)

    story.answers(.task, "B1-K1-W1", .task(.migWelding))

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(story.cell(.migWelding).beheerstOn == .october(6))
  }

  @Test func `a level word that nobody knows is never guessed`() {
    var story = Story()
    story.imports(SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, unknownLevel: "V", on: .october(6)))))
    #expect(story.cell(.migWelding).level == .nogNiet)

    story.answers(.level, "ovg/V", .level(.aangeleerd))

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `a form of an unknown participant waits as a whole`() {
    var story = Story()
    story.imports(
      SampleMessage("m1", SampleForm("F-1", participant: "studentnummer:9", SampleLine(.migWelding, .beheerst, on: .october(6)))))
    #expect(story.cell(.migWelding).level == .nogNiet)

    story.answers(.trainee, "studentnummer:9", .trainee(.sanne))

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `undoing the answer parks its lines again`() {
    var story = Story()
    story.imports(Self.asks("m1"))
    let answer = story.answers(.task, "B1-K1-W1", .task(.migWelding))

    story.undoes(answer)

    #expect(story.cell(.migWelding).level == .nogNiet)
    #expect(Knowledge(story.ledger).questions.map(\.key.written) == ["B1-K1-W1"])
  }

  @Test func `undoing the import takes the answered line with it`() {
    var story = Story()
    let arrival = story.imports(Self.asks("m1"))
    story.answers(.task, "B1-K1-W1", .task(.migWelding))

    story.undoes(arrival)

    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `lines that are to be skipped are left out and ask no more`() {
    var story = Story()
    story.imports(Self.asks("m1"))
    story.answers(.task, "B1-K1-W1", .skip)

    #expect(story.cell(.migWelding).level == .nogNiet)
    #expect(Knowledge(story.ledger).questions.isEmpty)
  }

  @Test func `an answer for once says nothing of lines that come later`() {
    var story = Story()
    story.imports(Self.asks("m1", .october(6)))
    story.answers(.task, "B1-K1-W1", .task(.migWelding), once: true)
    story.imports(Self.asks("m2", .october(9)))

    #expect(story.cell(.migWelding).lastSeenOn == .october(6))
    #expect(Knowledge(story.ledger).questions.map(\.key.written) == ["B1-K1-W1"])
  }

  @Test func `an answer to later lines leaves the lines alone that were answered before`() {
    var story = Story()
    story.imports(Self.asks("m1"))
    story.answers(.task, "B1-K1-W1", .task(.migWelding), once: true)
    story.imports(Self.asks("m2"))

    story.answers(.task, "B1-K1-W1", .task(.tigWelding))

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(story.cell(.tigWelding).level == .beheerst)
  }

  @Test func `what was recorded by hand outlives the undo of an import`() {
    var story = Story()
    let arrival = story.imports(Self.asks("m1"))
    story.records(.migWelding, .aangeleerd, on: .october(6))

    story.undoes(arrival)

    #expect(story.cell(.migWelding).level == .aangeleerd)
  }

  @Test func `a form id that was used for two days is asked about until somebody settles it`() {
    var story = Story()
    story.imports(Self.asks("m1"))
    for day in [9, 1] {
      story.imports(
        SampleMessage(
          "m\(day + 1)", SampleForm("F-1", heldOn: .october(day), SampleLine(.migWelding, .beheerst, on: .october(day)))))
    }
    let questions = Knowledge(story.ledger).questions
    #expect(questions.map(\.key.subject) == [.formReused, .task])
    #expect(questions.first?.askers.map(\.reading.booking.number) == [3, 4])

    story.answers(.formReused, "F-1", .skip)

    #expect(Knowledge(story.ledger).questions.map(\.key.subject) == [.task])
  }
}
