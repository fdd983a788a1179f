public import CompetencyCore
internal import CompetencyStore

/// What was found when a journey looked: every fact, what is known, who acts and what that person may see.
public struct Situation {
  /// Every fact, or those of the scope that was looked at.
  public let ledger: Ledger
  /// What is known now apart from the facts of trainees.
  let frame: Knowledge.Frame
  /// What is known now, of every fact of the scope.
  public let knowledge: Knowledge
  /// On whose behalf the journey goes.
  public let actor: Actor
  /// What that person may see and do.
  public let access: Access
  /// The company's zone.
  let zone: String
  /// The day of the context's moment in the company's zone.
  public let today: CalendarDate
  /// Reads what stands beside the facts.
  let reader: StoreReader

  /// The set-up as it is known now.
  public var company: Company { knowledge.company }

  /// By which bookings came what is known, now or then.
  func trail(of knowledge: Knowledge) -> BookingTrail {
    BookingTrail(ledger, knowledge) { [zone] moment in CompanyZone.moment(of: moment, zone: zone) }
  }
}
