import CompetencyCore
import Testing

/// Rule 13: the cell names the earliest observation of its level; nothing that depends on the order of arrival breaks a tie.
@Suite struct TieBreakTests {
  @Test func `the earliest observation of the level is named, whichever was recorded first`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(9), by: .mo)
    story.records(.migWelding, .beheerst, on: .october(6), by: .lisa)
    story.records(.migWelding, .aangeleerd, on: .october(2), by: .mo)

    #expect(story.cell(.migWelding).named?.by == .lisa)
    #expect(story.cell(.migWelding).named?.seenOn == .october(6))
  }

  @Test func `on one day the role decides: who guides on the spot goes before who leads`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6), by: .lisa)
    story.records(.migWelding, .beheerst, on: .october(6), by: .mo)

    #expect(story.cell(.migWelding).named?.by == .mo)
  }

  @Test func `what was recorded by hand goes before a form of the same day and role`() {
    var story = Story()
    story.imports(SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(6)))))
    story.records(.migWelding, .beheerst, on: .october(6), by: .mo)

    #expect(story.cell(.migWelding).named?.source == .hand)
  }

  @Test func `then the sender, the message, the form and the line decide, in either order of arrival`() {
    func message(_ id: String, from sender: SenderKey = SampleCompany.rocDelta, forms: [String]) -> SampleMessage {
      let line = SampleLine(.migWelding, .beheerst, on: .october(6))
      return SampleMessage(id, from: sender, SampleForm(forms[0], line), SampleForm(forms[1], line, line))
    }
    let messages = [
      message("m9", from: SampleCompany.otherSchool, forms: ["F-4", "F-3"]),
      message("m8", from: SampleCompany.otherSchool, forms: ["F-2", "F-1"]), message("m1", forms: ["F-0", "F-9"]),
    ]

    for order in [messages, messages.reversed()] {
      var story = Story()
      for message in order { story.imports(message) }
      guard case .form(let message, let form, let position, _) = story.cell(.migWelding).named?.origin else {
        Issue.record("the cell names no form")
        continue
      }
      #expect(message == MessageKey(sender: SampleCompany.otherSchool, id: MessageID("m8")))
      #expect(form == FormID("F-1"))
      #expect(position == 1)
    }
  }

  @Test func `a level that is left after a withdrawal names who saw at least that`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6), by: .lisa)
    story.records(.migWelding, .aangeleerd, on: .october(8), by: .mo)

    story.withdraws(.migWelding, to: .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).named?.by == .lisa)
  }

  @Test func `the order breaks each tie in one way only`() {
    func statement(_ origin: Statement.Origin, on day: CalendarDate = .october(6), by role: Role = .werkplekbegeleider)
      -> Statement
    {
      Statement(
        cell: CellKey(trainee: .sanne, task: .migWelding), judgement: .level(.beheerst), seenOn: day, role: role, by: nil,
        origin: origin)
    }
    func hand(_ ordinal: Int) -> Statement.Origin { .hand(FactID(booking: .first, ordinal: ordinal), .hand) }
    func form(_ message: String, _ form: String, _ position: Int) -> Statement.Origin {
      .form(
        message: MessageKey(sender: SampleCompany.rocDelta, id: MessageID(message)), form: FormID(form), position: position,
        reading: FactID(booking: .first, ordinal: 1))
    }
    let statements = [
      statement(form("m9", "F-9", 9), on: .october(5), by: .leidinggevende), statement(hand(1)), statement(hand(2)),
      statement(form("m1", "F-1", 8)), statement(form("m1", "F-1", 9)), statement(form("m1", "F-2", 1)),
      statement(form("m2", "F-0", 1)), statement(hand(1), by: .leidinggevende), statement(hand(1), on: .october(7)),
    ]
    for (place, one) in statements.enumerated() {
      for (other, two) in statements.enumerated() { #expect(Statement.comesFirst(one, two) == (place < other)) }
    }
  }
}
