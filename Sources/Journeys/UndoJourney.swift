public import CompetencyCore
internal import CompetencyStore

/// Undoing a booking as a whole, at any time; the undo is a booking that can itself be undone.
public enum UndoJourney {
  /// What an undo did.
  public struct Outcome: Sendable {
    /// The booking of the undo; nil when nothing was written.
    public let booking: BookingNumber?
    /// What was undone.
    public let target: Booking
    /// Whether it was not live, so that nothing changed.
    public let wasNotLive: Bool
    /// The cells that show something else than before.
    public let moved: [(trainee: Trainee, before: MatrixCell, after: MatrixCell)]
    /// The levels that the company uses.
    public let scale: MasteryScale
    /// What people call the tasks.
    public let titles: [TaskCode: String]
  }

  /// Undoes a booking.
  ///
  /// - Throws: ``Refusal`` when the booking is not known, is another person's, or is a set-up on which facts rest.
  public static func run(_ context: JourneyContext, booking number: BookingNumber) throws(Refusal) -> Outcome {
    if context.isDryRun { return try context.look(.undo) { try outcome($0, number, context).outcome } }
    return try context.write(.undo) { situation, writer in
      let (outcome, booking) = try outcome(situation, number, context)
      if let booking { try writer.add(booking) }
      return outcome
    }
  }

  private static func outcome(
    _ situation: Situation, _ number: BookingNumber, _ context: JourneyContext
  ) throws(Refusal) -> (outcome: Outcome, booking: Booking?) {
    guard let target = situation.ledger.bookings.first(where: { $0.number == number }),
      situation.actor.roles.contains(.beheer) || target.by == situation.actor.id
    else { throw Refusal(.notFound, .booking_not_found, values: ["booking": number.description]) }
    guard situation.knowledge.live.contains(number) else {
      return (
        Outcome(booking: nil, target: target, wasNotLive: true, moved: [], scale: situation.company.scale, titles: [:]), nil
      )
    }
    // What was erased is nowhere any more, also not for who would like it back.
    guard target.kind != .erase else {
      throw Refusal(.notAllowed, .erase_stays, values: ["booking": number.description])
    }
    let booking = context.booking(.undo, after: situation, undoes: number)
    var ledger = situation.ledger
    ledger.bookings.append(booking)
    let after = Knowledge(ledger)
    try refuseWhenInUse(target, ledger.conversations, after: after, before: situation.knowledge)
    let moved = movedCells(situation.knowledge, after, today: situation.today)
    let outcome = Outcome(
      booking: context.isDryRun ? nil : booking.number, target: target, wasNotLive: false, moved: moved,
      scale: situation.company.scale, titles: situation.company.tasks.mapValues(\.title))
    return (outcome, booking)
  }

  /// Facts about somebody or something that the set-up would no longer know must not be left hanging.
  private static func refuseWhenInUse(
    _ target: Booking, _ conversations: ConversationLedger, after: Knowledge, before: Knowledge
  ) throws(Refusal) {
    let trainees = Set(before.company.trainees.keys).subtracting(after.company.trainees.keys)
    let tasks = Set(before.company.tasks.keys).subtracting(after.company.tasks.keys)
    let people = Set(before.company.people.keys).subtracting(after.company.people.keys)
    let profiles = after.company.trainees.values.filter { trainee in
      before.company.profile(of: trainee) != nil && after.company.profile(of: trainee) == nil
    }
    let forms = after.attributedForms.filter { trainees.contains($0.trainee) }
    let schools = Set(before.company.schools.keys).subtracting(after.company.schools.keys)
    let named = after.company.trainees.values.filter { trainee in
      trainee.mentor.map(people.contains) ?? false || trainee.lineManager.map(people.contains) ?? false
        || trainee.school.map(schools.contains) ?? false
    }
    // A conversation without its plan would take along what was written down of it.
    let standing = Set(after.conversations.plans.map(\.conversation))
    let stranded = after.conversations.events.count { !standing.contains($0.conversation) }
    if stranded > 0 {
      throw Refusal(.failed, .setup_in_use, values: ["booking": target.number.description, "count": "\(stranded)"])
    }
    let planned = after.company.profiles.flatMap(\.tasks).filter { tasks.contains($0.task) }
    let mentions = conversations.mentions.filter { mention in
      after.live.contains(mention.fact.booking)
        && (trainees.contains(mention.trainee) || mention.person.map(people.contains) ?? false
          || mention.tasks.contains(where: tasks.contains))
    }
    let changes = after.routeChanges.values.joined().count { change in
      trainees.contains(change.trainee) || tasks.contains(change.task) || people.contains(change.by)
    }
    let rest = profiles.count + forms.count + named.count + planned.count + mentions.count + changes
    let count = after.cells.reduce(rest) { count, cell in
      let statements = cell.value.observations + cell.value.proposals
      if trainees.contains(cell.key.trainee) || tasks.contains(cell.key.task) {
        return count + statements.count + cell.value.withdrawals.count
      }
      return count + statements.filter { $0.by.map(people.contains) ?? false }.count
        + cell.value.withdrawals.filter { people.contains($0.by) }.count
    }
    if count > 0 {
      throw Refusal(.failed, .setup_in_use, values: ["booking": target.number.description, "count": "\(count)"])
    }
  }

  private static func movedCells(
    _ before: Knowledge, _ after: Knowledge, today: CalendarDate
  ) -> [(trainee: Trainee, before: MatrixCell, after: MatrixCell)] {
    let trainees = Set(before.company.trainees.keys).union(after.company.trainees.keys)
    let old = CompetencyMatrix(before, asOf: today, trainees: trainees)
    let new = CompetencyMatrix(after, asOf: today, trainees: trainees)
    return Set(old.cells.map(\.key)).union(new.cells.map(\.key)).sorted().compactMap { key in
      let (was, now) = (old.cell(key.trainee, key.task), new.cell(key.trainee, key.task))
      let trainee = after.company.trainees[key.trainee] ?? before.company.trainees[key.trainee]
      guard was.level != now.level || was.without != now.without, let trainee else { return nil }
      return (trainee, was, now)
    }
  }
}
