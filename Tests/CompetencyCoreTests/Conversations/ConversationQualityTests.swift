import CompetencyCore
import Testing

/// How good the conversations of a team were, in counts of five or more.
@Suite struct ConversationQualityTests {
  @Test func `of fewer than five conversations nothing is said`() {
    var talks = Talks()
    for day in 1...4 { talks.holds(on: .october(day)) }
    talks.plans(on: .october(5))
    #expect(measured(talks) == nil)
    talks.holds(on: .october(6))
    #expect(measured(talks)?.count == 5)
    #expect(measured(talks, through: .october(5)) == nil)
  }

  @Test func `it counts who prepared, and what each side says of its use`() throws {
    var talks = Talks()
    let held = (1...6).map { talks.holds(on: .october($0)) }
    for side in ConversationSide.allCases { talks.says(.ready(side), of: held[0]) }
    talks.says(.ready(.begeleider), of: held[1])
    talks.says(.rated(.medewerker, wasUseful: true), of: held[0])
    talks.says(.rated(.medewerker, wasUseful: false), of: held[1])
    talks.says(.rated(.begeleider, wasUseful: true), of: held[1])

    let quality = try #require(measured(talks))

    #expect(share(quality.bothPrepared) == [1, 6])
    #expect(quality.useful[.medewerker].map(share) == [1, 2])
    #expect(quality.useful[.begeleider].map(share) == [1, 1])
  }

  @Test func `a level that was seen on the day of the conversation counts as judging`() throws {
    var talks = Talks()
    let held = (10...14).map { talks.holds(on: .october($0)) }
    let versions = try held.map { id in
      try #require(talks.knowledge.conversations(with: .sanne).first { $0.id == id }?.versions.last?.fact)
    }
    talks.records(.aangeleerd, seenOn: .october(8), with: versions[0])
    #expect(share(try #require(measured(talks)).withoutJudging) == [5, 5])

    talks.records(.beheerst, seenOn: .october(11), with: versions[1])
    #expect(share(try #require(measured(talks)).withoutJudging) == [4, 5])
  }

  @Test func `it counts the open agreements of which something was said`() throws {
    var talks = Talks()
    let (kept, moved) = (talks.agrees(on: .october(1)), talks.agrees(on: .october(1)))
    for day in [10, 11, 12, 13, 14] { talks.holds(on: .october(day)) }
    talks.says(.moved(to: .october(30)), of: moved, on: .october(10))
    talks.says(.done, of: kept, on: .october(12))
    // Two are open at three conversations and one at two; one was touched on the tenth, and one on the twelfth.
    #expect(share(try #require(measured(talks)).followedUp) == [2, 8])
  }

  @Test func `regular is within a quarter of the rhythm, or a week`() throws {
    var talks = Talks()
    for day in [1, 31, 62, 100, 131] { talks.holds(on: date(20_260_101).adding(days: day)) }
    let rhythmic = try #require(measured(talks, rhythm: .maandelijks, from: .first, through: .last))
    // Thirty, thirty-one and thirty-one days are; thirty-eight are not.
    #expect(share(rhythmic.regular) == [3, 4])
    #expect(share(try #require(measured(talks, from: .first, through: .last)).regular) == [0, 0])
  }

  private func measured(
    _ talks: Talks, rhythm: Rhythm? = nil, from first: CalendarDate = .october(1), through last: CalendarDate = .october(31)
  ) -> ConversationQuality? {
    let knowledge = talks.knowledge
    let trainees = [knowledge.company.trainees[.sanne]].compactMap { $0 }.map { trainee in
      var trainee = trainee
      trainee.rhythm = rhythm
      return trainee
    }
    return ConversationQuality(of: trainees, in: knowledge, from: first, through: last)
  }

  private func share(_ share: ConversationQuality.Share) -> [Int] { [share.part, share.whole] }
}
