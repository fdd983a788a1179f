public import CompetencyCore
internal import CompetencyStore

/// What every journey is given: the store, the clock, and on whose behalf it goes.
public struct JourneyContext: Sendable {
  /// The database.
  let store: Store
  /// The moment at which the journey begins; nobody asks the clock again.
  public let now: Instant
  /// The person on whose behalf it goes, as it was typed; nil for the administration (beheer).
  public let actingText: String?
  /// The account of the operating system.
  public let account: String
  /// Whether the journey only shows what it would write.
  public let isDryRun: Bool
  /// The key of the request that the journey answers, by which it is known when it is sent again; nil for one without.
  public var requestKey: String?
  /// What a program that stays remembers of the company; nil for one that asks once.
  let memory: CompanyMemory?

  /// A context from what the command line or a page knows.
  ///
  /// - Parameters:
  ///   - database: the database's file as the person gave it; nothing is opened yet.
  ///   - holder: what others are told when they wait for this program.
  ///   - memory: what a program that stays remembers; nil for one that asks once.
  public init(
    database: String, holder: String, now: Instant, actingText: String?, account: String, isDryRun: Bool,
    memory: CompanyMemory? = nil
  ) {
    store = Store(path: database, holder: holder, gate: CommitGate(), readers: memory?.readers)
    self.memory = memory
    (self.now, self.actingText, self.account, self.isDryRun) = (now, actingText, account, isDryRun)
  }

  /// The day of the moment in the zone that companies have unless they set another; for what a command suggests.
  public var today: CalendarDate { CompanyZone.day(of: now, zone: CompanyZone.standard) }

  /// Runs this unless a commit has begun; it must end the process. A commit that has begun is finished and told.
  public func stop(_ ending: () -> Void) { store.gate.stop(ending) }

  /// Waits while a stop ends the process: what it takes away fails the work that made it, and that must not be told.
  public func yieldToStop() { store.gate.close() }
}
