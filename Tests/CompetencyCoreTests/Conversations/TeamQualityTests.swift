import CompetencyCore
import Testing

/// How good conversations were, in counts over five of a team and more.
@Suite struct TeamQualityTests {
  private let days = [1, 8, 15, 22, 29].map { CalendarDate.october($0) }

  @Test func `fewer than five say nothing, for that would be about persons`() {
    var story = Story()
    for day in days.dropLast() { story.converses(on: day) }
    #expect(quality(story) == nil)
  }

  @Test func `it counts who prepared, who judged, what was followed up and who found it useful`() throws {
    var story = Story()
    story.converses(on: days[0], prepared: [.medewerker, .begeleider], useful: [.medewerker: true])
    story.converses(on: days[1], prepared: [.medewerker], useful: [.medewerker: false, .begeleider: true])
    story.converses(on: days[2], sees: .aangeleerd)
    story.converses(on: days[3])
    story.converses(on: days[4])
    let found = try #require(quality(story))

    #expect(found.count == 5)
    #expect(found.bothPrepared == .init(part: 1, whole: 5))
    // A level that was seen on the very day was given in the conversation.
    #expect(found.withoutJudging == .init(part: 4, whole: 5))
    #expect(found.useful[.medewerker] == .init(part: 1, whole: 2) && found.useful[.begeleider] == .init(part: 1, whole: 1))
    // Without a rhythm nothing is regular or not.
    #expect(found.regular.whole == 0)
  }

  @Test func `an open agreement counts as followed up when something became of it`() throws {
    var story = Story()
    story.converses(on: days[0])
    let agreement = story.agrees(on: days[0])
    for day in days[1...] { story.converses(on: day) }
    #expect(try #require(quality(story)).followedUp == .init(part: 0, whole: 4))

    story.keeps(agreement, on: days[2])
    #expect(try #require(quality(story)).followedUp == .init(part: 1, whole: 2))
  }

  private func quality(_ story: Story) -> ConversationQuality? {
    ConversationQuality(of: [SampleCompany.trainees[0]], in: story.knowledge, from: .october(1), through: .october(31))
  }
}

extension Story {
  /// An agreement is made that Sanne keeps.
  fileprivate mutating func agrees(on day: CalendarDate) -> AgreementID {
    let id = FactID(booking: ledger.nextBooking, ordinal: 1)
    let agreement = Agreement(
      id: id, trainee: .sanne, conversation: nil, owner: .sanne, madeOn: day, dueOn: nil, task: nil, follows: nil)
    book(.agreement) { ledger, _ in ledger.conversations.agreements.append(agreement) }
    return agreement.name
  }

  /// An agreement is kept.
  fileprivate mutating func keeps(_ agreement: AgreementID, on day: CalendarDate) {
    book(.agreement) { ledger, id in
      ledger.conversations.agreementEvents.append(
        AgreementEvent(id: id, agreement: agreement, trainee: .sanne, on: day, change: .done))
    }
  }
}
