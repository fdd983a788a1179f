public import CompetencyCore
internal import CompetencyStore

/// A team's matrix for the wall: only of a team with which it was talked over.
public enum WallJourney {
  /// What the wall of a team is made of.
  public struct Outcome: Sendable {
    /// The matrix of the team.
    public let view: MatrixJourney.View
    /// The team.
    public let team: String
    /// The day on which it was talked over with the team.
    public let discussedOn: CalendarDate
    /// The booking that says so, when it was written now.
    public let booking: BookingNumber?
  }

  /// The wall of a team.
  ///
  /// - Parameter isDiscussed: whether the acting person says that it was talked over; once said, it holds until it is undone.
  /// - Throws: ``CompetencyCore/Refusal`` when the team is not found, or was never talked to.
  public static func wall(
    _ context: JourneyContext, _ question: MatrixJourney.Question, isDiscussed: Bool
  ) throws(Refusal) -> Outcome {
    let booking = isDiscussed ? try note(context, question) : nil
    let (view, _) = try ReportJourney.team(context, question)
    let team = view.team ?? ""
    let talk = try context.look(.seeReports, .frame) { situation in
      situation.knowledge.wallTalks.first { sameBytes($0.team, team) }.flatMap { talk in
        situation.ledger.bookings.first { $0.number == talk.id.booking }
      }.map { CompanyZone.day(of: $0.recordedAt, zone: situation.zone) }
    }
    guard let talk else { throw Refusal(.usage, .wall_not_discussed, values: ["team": team]) }
    return Outcome(view: view, team: team, discussedOn: talk, booking: booking)
  }

  private static func note(
    _ context: JourneyContext, _ question: MatrixJourney.Question
  ) throws(Refusal) -> BookingNumber? {
    try context.write(.hangWall, .frame) { situation, writer in
      let team = try MatrixJourney.view(question, in: situation).team ?? ""
      guard !situation.knowledge.wallTalks.contains(where: { sameBytes($0.team, team) }) else { return nil }
      let booking = context.booking(.wall, after: situation)
      try writer.add(booking)
      try writer.add(WallTalk(id: FactID(booking: booking.number, ordinal: 1), team: team))
      return booking.number
    }
  }
}
