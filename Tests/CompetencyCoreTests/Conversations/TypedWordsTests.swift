import CompetencyCore
import Testing

/// Names, times and key results as people type them.
@Suite struct TypedWordsTests {
  @Test(arguments: ["c-0031.2", "c-31.2", "c-000031.2"])
  func `a name is read with and without zeros, and written with four digits`(text: String) {
    #expect(ConversationID(typed: text)?.description == "c-0031.2")
  }

  @Test(arguments: [
    "", "c", "c-", "c-31", "c-31.", "c-31.0", "c-0.1", "c-31.1.1", "C-31.1", "d-31.1", "31.1", " c-31.1", "c-31.1 ",
    "c-31,1", "c--31.1", "c-31.-1", "c-31.+1", "c-３１.1", "c-31.1234567890", "c-1234567890123.1",
  ])
  func `anything else is no name`(text: String) { #expect(ConversationID(typed: text) == nil) }

  @Test func `every name has a letter of its own, and is not another's`() {
    let fact = FactID(booking: made(BookingNumber(31)), ordinal: 2)
    #expect(
      [
        ConversationID(fact).description, GoalID(fact).description, ObstacleID(fact).description,
        OwnAgreementID(fact).description,
      ]
        == ["c-0031.2", "d-0031.2", "k-0031.2", "a-0031.2"])
    #expect(GoalID(typed: "a-31.2") == nil && OwnAgreementID(typed: "d-31.2") == nil && ObstacleID(typed: "k-31.2") != nil)
    #expect(OwnAgreementID(typed: "a-9.10").map { made(OwnAgreementID(typed: "a-9.9")) < $0 } == true)
  }

  @Test(arguments: [("10.00", 600), ("10:00", 600), ("9.30", 570), ("09.30", 570), ("0.00", 0), ("23:59", 1439)])
  func `a time is read with a point or a colon`(text: String, minutes: Int) {
    #expect(TimeOfDay(typed: text)?.minutes == minutes)
  }

  @Test(arguments: [
    "", "10", "10.", ".30", "10.0", "10.000", "24.00", "10.60", "-1.00", "+1.00", "10.00.00", "10 uur", " 10.00", "10h00",
    "１０.00",
    "010.00",
  ])
  func `anything else is no time`(text: String) { #expect(TimeOfDay(typed: text) == nil) }

  @Test func `a time is written as people read it, and is within a day`() {
    #expect([0, 65, 570, 1439].map { TimeOfDay(minutes: $0)?.description } == ["0.00", "1.05", "9.30", "23.59"])
    #expect(TimeOfDay(minutes: -1) == nil && TimeOfDay(minutes: 1440) == nil)
  }

  @Test func `a key result is a level, a count or a day, the first two with a day or without`() {
    let day = date(20_270_301)
    #expect(KeyResult(typed: "LAS-02=beheerst@1-3-2027") == .level(.migWelding, .beheerst, by: day))
    #expect(KeyResult(typed: "LAS-02=beheerst@2027-03-01") == .level(.migWelding, .beheerst, by: day))
    #expect(KeyResult(typed: "LAS-02=aangeleerd") == .level(.migWelding, .aangeleerd, by: nil))
    #expect(KeyResult(typed: "5=beheerst") == .count(5, .beheerst, by: nil))
    #expect(KeyResult(typed: "5=beheerst@1-3-2027") == .count(5, .beheerst, by: day))
    #expect(KeyResult(typed: "1-3-2027") == .day(day))
    #expect(KeyResult(typed: "A=B=beheerst") == .level(made(TaskCode("A=B")), .beheerst, by: nil))
  }

  @Test(arguments: [
    "", "LAS-02", "=beheerst", "LAS-02=", "LAS-02=beheerst@", "LAS-02=beheerst@morgen", "LAS-02=beheerst@30-2-2027", "0=beheerst",
    "-1=beheerst", "LAS-02=@1-3-2027",
  ])
  func `anything else is no key result`(text: String) { #expect(KeyResult(typed: text) == nil) }
}
