import CompetencyCore
import Testing

/// Which booking wrote what stands in a cell, and what was undone with its booking.
@Suite struct BookingTrailTests {
  private static let cell = CellKey(trainee: .sanne, task: .migWelding)

  @Test func `what is recorded by hand has the moment of its booking, whatever day it counts for`() throws {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    let statement = try #require(story.cell(.migWelding).named)

    let act = Self.trail(of: story).act(of: statement)

    #expect(act?.booking == booking && act?.time == "\(booking.number)")
    #expect(Self.trail(of: story).undone(in: Self.cell).isEmpty)
  }

  @Test func `a line of a form has the moment of its import`() throws {
    var story = Story()
    let booking = story.imports(Self.message)
    let statement = try #require(story.cell(.migWelding).named)

    #expect(Self.trail(of: story).act(of: statement)?.booking == booking)
  }

  @Test func `a record, a withdrawal and a form that were undone stay, with the act that undid each`() throws {
    var story = Story()
    let record = story.records(.migWelding, .beheerst, on: .october(6))
    let withdrawal = story.withdraws(.migWelding, to: .aangeleerd, on: .october(7))
    let form = story.imports(Self.message)
    let undos = [record, withdrawal, form].map { story.undoes($0) }
    let trail = Self.trail(of: story)

    let bookings = trail.undone(in: Self.cell).map { undone in
      switch undone {
      case .statement(_, let booking): booking
      case .withdrawal(let withdrawal): withdrawal.id.booking
      }
    }

    #expect(bookings == [record, withdrawal, form])
    #expect(bookings.map { trail.undoing($0)?.booking } == undos)
  }

  @Test func `what came back with an undo of the undo is undone no longer`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    story.undoes(story.undoes(booking))

    #expect(Self.trail(of: story).undone(in: Self.cell).isEmpty)
    #expect(Self.trail(of: story).undoing(booking) == nil)
  }

  @Test func `at a booking before the undo nothing was undone`() {
    var story = Story()
    let booking = story.records(.migWelding, .beheerst, on: .october(6))
    story.undoes(booking)

    #expect(Self.trail(of: story, knownOn: booking).undone(in: Self.cell).isEmpty)
  }

  private static let message = SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(6))))

  /// The trail by a clock that tells the number of each booking.
  private static func trail(of story: Story, knownOn booking: BookingNumber? = nil) -> BookingTrail {
    BookingTrail(story.ledger, Knowledge(story.ledger, knownOn: booking)) { (.october(1), "\($0.milliseconds)") }
  }
}
