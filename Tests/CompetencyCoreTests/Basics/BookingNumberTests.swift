import CompetencyCore
import Testing

@Suite struct BookingNumberTests {
  @Test(arguments: [
    ("b-0007", 7), ("b-7", 7), ("b-0001", 1), ("b-12345", 12_345), ("b-000000000042", 42), ("b-999999999999", 999_999_999_999),
  ])
  func `a booking is typed with or without its zeros`(_ text: String, _ number: Int) {
    #expect(BookingNumber(typed: text)?.number == number)
  }

  @Test(
    arguments: [
      "", "b-", "b", "7", "b-0", "b-0000", "B-7", "b7", "b--7", "b-+7", "b-7 ", " b-7", "b-7a", "b-0x7", "b-1.0",
      "b-0000000000007",
      "b-\u{0667}", "b-7\u{0301}",
    ])
  func `anything else is no booking`(_ text: String) {
    #expect(BookingNumber(typed: text) == nil)
  }

  @Test func `a booking is shown with at least four digits, and reads back`() {
    for number in [1, 42, 9999, 10_000, 123_456_789_012] {
      let booking = made(BookingNumber(number))
      #expect(BookingNumber(typed: booking.description) == booking)
    }
    #expect(made(BookingNumber(7)).description == "b-0007")
    #expect(made(BookingNumber(12_345)).description == "b-12345")
  }

  @Test func `bookings count from one, and the next is one more`() {
    #expect(BookingNumber(0) == nil)
    #expect(BookingNumber(-1) == nil)
    #expect(BookingNumber.first.next == BookingNumber(2))
    #expect(BookingNumber.first < BookingNumber.first.next)
  }

  @Test func `facts stand in the order of their bookings, then of writing`() {
    let first = FactID(booking: .first, ordinal: 2)

    #expect(first < FactID(booking: .first.next, ordinal: 1))
    #expect(FactID(booking: .first, ordinal: 1) < first)
    #expect(!(first < first))
  }
}
