import CompetencyCore
import Testing

@Suite struct RhythmTests {
  @Test func `a rhythm by the month comes back to the 31st after a shorter month`() {
    let days = (1...5).map { number(Rhythm.maandelijks.day($0, after: date(20_270_131))) }
    #expect(days == [20_270_228, 20_270_331, 20_270_430, 20_270_531, 20_270_630])
    #expect(number(Rhythm.kwartaal.day(1, after: date(20_271_130))) == 20_280_229)
    #expect(number(Rhythm.kwartaal.day(2, after: date(20_271_130))) == 20_280_530)
  }

  @Test func `a rhythm by weeks keeps its weekday`() {
    for rhythm in [Rhythm.wekelijks, .tweewekelijks, .weeks(6)] {
      #expect((1...60).allSatisfy { rhythm.day($0, after: date(20_260_105)).weekday == 1 })
    }
    #expect(number(Rhythm.weeks(6).next(after: date(20_260_105))) == 20_260_216)
  }

  @Test func `regularity is the days off the rhythm, and is not told below three conversations`() {
    let held = [20_260_105, 20_260_207, 20_260_302, 20_260_403].map(date)
    // Due 5 February, 7 March and 2 April: off by 2, 5 and 1 day.
    let regularity = ConversationRegularity(.maandelijks, held: held.reversed(), start: date(20_250_901), asOf: date(20_260_510))
    #expect(regularity.deviation?.meanInTenths == 27)
    #expect(regularity.deviation?.largest == 5)
    #expect(regularity.dueOn == date(20_260_503))
    #expect(regularity.overdueDays == 7)
    let early = ConversationRegularity(.maandelijks, held: held, start: date(20_250_901), asOf: date(20_260_301))
    #expect(early.deviation == nil)
    #expect(early.overdueDays == 0)
    #expect(ConversationRegularity(.kwartaal, held: [], start: date(20_260_105), asOf: date(20_260_406)).overdueDays == 1)
  }
}
