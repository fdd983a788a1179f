import CompetencyCore
import Testing

/// Rule 1: a booking is live unless a live booking undoes it.
@Suite struct LiveBookingTests {
  @Test func `an undo takes back all that its booking wrote`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    #expect(story.cell(.migWelding).level == .beheerst)

    story.undoes(booking)

    #expect(story.cell(.migWelding).level == .nogNiet)
    #expect(story.cell(.migWelding).named == nil)
  }

  @Test func `undoing an undo brings the booking back`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    let undo = story.undoes(booking)

    story.undoes(undo)

    #expect(story.cell(.migWelding).level == .beheerst)
  }

  @Test func `three undos on top of each other leave the booking undone`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    let undo = story.undoes(booking)
    let redo = story.undoes(undo)

    story.undoes(redo)

    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `what was undone can be undone again after it came back`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    story.undoes(story.undoes(booking))
    story.undoes(booking)

    let live = LiveBookings(story.ledger.bookings, upTo: nil)

    #expect(!live.contains(booking))
    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `a booking that is not written yet is not known`() {
    let story = Story()

    let live = LiveBookings(story.ledger.bookings, upTo: nil)

    #expect(live.contains(.first))
    #expect(!live.knows(story.ledger.nextBooking))
    #expect(!live.contains(story.ledger.nextBooking))
  }

  @Test func `before the first booking none is known`() {
    #expect(!LiveBookings([], upTo: nil).knows(.first) && !LiveBookings([], upTo: nil).contains(.first))
  }
}
