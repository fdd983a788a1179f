import CompetencyCore
import Testing

@Suite struct ConversationSchedulingTests {
  @Test func `27 trainees by quarter over a year all have their conversations, two a day, never on a day off`() {
    let scheduling = Self.year
    let outcome = scheduling.plan(Self.members)
    #expect(outcome.unplaced == [])
    let days = WorkingDays(closed: scheduling.closed)
    #expect(
      outcome.placed.allSatisfy { days.rest(on: $0.day) == nil && scheduling.period.contains($0.day) && $0.ideal <= $0.day })
    #expect(Dictionary(grouping: outcome.placed, by: \.day).values.allSatisfy { $0.count <= 2 })
    for member in Self.members {
      let own = outcome.placed.filter { $0.trainee == member.trainee }
      #expect((3...4).contains(own.count), "\(member.trainee.text)")
      // Those that were moved do not move the ones after them.
      #expect(own.map(\.ideal) == own.indices.map { member.rhythm.day($0 + 1, after: member.last) })
    }
  }

  @Test func `the order in which trainees and closed periods are given changes nothing`() {
    let expected = Self.year.plan(Self.members)
    var random = SplitMix64(seed: 20_261_125)
    for _ in 0..<20 {
      var scheduling = Self.year
      scheduling.closed = random.shuffled(scheduling.closed)
      #expect(scheduling.plan(random.shuffled(Self.members)) == expected)
    }
  }

  @Test func `who holds enough that day has the next one on another day, and says why`() {
    let members = (1...3).map { member($0, "mo", .maandelijks, 20_260_803) } + [member(4, "petra", .maandelijks, 20_260_803)]
    var scheduling = ConversationScheduling(period: date(20_260_901)...date(20_260_930))
    scheduling.mostPerDay = 3
    // 3 September 2026 is a Thursday.
    #expect(scheduling.plan(members).placed.map { number($0.day) } == [20_260_903, 20_260_903, 20_260_903, 20_260_904])
    #expect(scheduling.plan(members).placed.last?.moved == .holderIsFull)
    scheduling.mostPerDay = 2
    #expect(scheduling.plan(members).placed.map(\.moved) == [nil, nil, .holderIsFull, .dayIsFull])
    scheduling.standing = [made(PersonID("petra")): [date(20_260_903), date(20_260_904)]]
    #expect(scheduling.plan(members).placed.map { number($0.day) } == [20_260_903, 20_260_904, 20_260_907, 20_260_907])
  }

  @Test func `who was overdue is caught up with on the first free day, and not again a few days later`() {
    let outcome = ConversationScheduling(period: date(20_261_225)...date(20_270_331))
      .plan([member(1, "mo", .maandelijks, 20_260_901)])
    #expect(outcome.overdue.map { number($0.dueOn) } == [20_261_001])
    #expect(outcome.overdue.first?.days == 85)
    #expect(outcome.placed.map { number($0.day) } == [20_261_228, 20_270_201, 20_270_301])
    #expect(outcome.placed.map(\.moved) == [.overdue, nil, nil])
  }

  @Test func `the conversation of a closed week is left to the next one by the rhythm, and told`() {
    var scheduling = ConversationScheduling(period: date(20_261_221)...date(20_270_115))
    scheduling.closed = [made(ClosedPeriod(typed: "2026-W53"))]
    let outcome = scheduling.plan([member(1, "mo", .wekelijks, 20_261_214)])
    #expect(outcome.placed.map { number($0.day) } == [20_261_221, 20_270_104, 20_270_111])
    #expect(outcome.unplaced.map(\.why) == [.next])
    #expect(outcome.unplaced.map { number($0.ideal) } == [20_261_228])
  }

  @Test func `no conversation is planned after the training or the period`() {
    let ends = member(1, "mo", .kwartaal, 20_260_601, end: 20_260_915)
    let outcome = ConversationScheduling(period: date(20_260_701)...date(20_270_630)).plan([ends])
    #expect(outcome.placed.map { number($0.day) } == [20_260_901])
    #expect(outcome.unplaced == [])
    let short = ConversationScheduling(period: date(20_260_701)...date(20_260_905))
    #expect(short.plan([member(2, "mo", .kwartaal, 20_260_605)]).unplaced.map(\.why) == [.period])
    #expect(short.plan([member(3, "mo", .kwartaal, 20_260_301, end: 20_260_615)]).unplaced.map(\.why) == [.training])
  }

  @Test func `what is planned already is not planned again`() {
    let members = [member(1, "mo", .maandelijks, 20_260_831), member(2, "mo", .kwartaal, 20_260_301)]
    let scheduling = ConversationScheduling(period: date(20_261_001)...date(20_270_331))
    let first = scheduling.plan(members)
    let again = members.map { member in
      ConversationScheduling.Member(
        trainee: member.trainee, holder: member.holder, rhythm: member.rhythm, last: member.last,
        planned: first.placed.filter { $0.trainee == member.trainee }.map(\.day))
    }
    #expect(first.placed.count == 10, "\(first.placed.map { number($0.day) })")
    let more = ConversationScheduling(period: date(20_261_001)...date(20_270_501)).plan(again).placed
    #expect(more.map { number($0.ideal) } == [20_270_430])
    #expect(scheduling.plan(again).placed == [])
  }

  private static var year: ConversationScheduling {
    var scheduling = ConversationScheduling(period: date(20_260_701)...date(20_270_630))
    scheduling.closed = ["2026-W53", "2026-07-20..2026-08-07", "2026-05-15"].map { made(ClosedPeriod(typed: $0)) }
    return scheduling
  }

  private static let members = (1...27).map { number in
    member(number, ["mo", "petra", "kees"][number % 3], .kwartaal, number < 20 ? 20_260_430 : 20_260_401 + number % 30)
  }

  private static func member(
    _ number: Int, _ holder: String, _ rhythm: Rhythm, _ last: Int, end: Int? = nil
  ) -> ConversationScheduling.Member {
    ConversationScheduling.Member(
      trainee: made(TraineeID("t-0" + (number < 10 ? "0" : "") + "\(number)")), holder: made(PersonID(holder)), rhythm: rhythm,
      last: date(last), expectedEnd: end.map(date))
  }

  private func member(
    _ number: Int, _ holder: String, _ rhythm: Rhythm, _ last: Int, end: Int? = nil
  ) -> ConversationScheduling.Member { Self.member(number, holder, rhythm, last, end: end) }
}
