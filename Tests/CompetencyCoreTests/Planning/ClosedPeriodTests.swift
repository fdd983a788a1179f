import CompetencyCore
import Testing

@Suite struct ClosedPeriodTests {
  @Test(arguments: [
    ("2026-W53", 20_261_228, 20_270_103), ("2026-W01", 20_251_229, 20_260_104), ("2027-W01", 20_270_104, 20_270_110),
    ("2026-07-20..2026-08-07", 20_260_720, 20_260_807), ("20-7-2026..7-8-2026", 20_260_720, 20_260_807),
    ("2026-05-15", 20_260_515, 20_260_515),
  ])
  func `a period is a week, days from and through, or a day`(_ text: String, _ first: Int, _ last: Int) {
    let period = made(ClosedPeriod(typed: text))
    #expect((number(period.first), number(period.last)) == (first, last))
    #expect(period.contains(date(first)) && period.contains(date(last)))
    #expect(!period.contains(date(first).adding(days: -1)) && !period.contains(date(last).adding(days: 1)))
  }

  @Test(arguments: [
    "2027-W53", "2026-W00", "2026-W54", "2026-w53", "2026-W5", "2026-08-07..2026-07-20", "2026-07-20..", "..2026-07-20",
    "2026-07-20...2026-08-07", "zomer", "", "2026-W+1",
  ])
  func `anything else is no period`(_ text: String) { #expect(ClosedPeriod(typed: text) == nil) }

  @Test func `a working day is no weekend, no holiday and not in a closed period`() {
    let days = WorkingDays(closed: [made(ClosedPeriod(typed: "2026-W53"))])
    #expect(days.rest(on: date(20_261_223)) == nil)
    #expect(days.rest(on: date(20_261_225)) == .holiday(.eerste_kerstdag))
    #expect(days.rest(on: date(20_261_227)) == .weekend)
    #expect(days.first(onOrAfter: date(20_261_225)) == date(20_270_104))
    #expect(WorkingDays().first(onOrAfter: date(20_261_225)) == date(20_261_228))
  }
}
