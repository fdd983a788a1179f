public import CompetencyCore
internal import CompetencyStore
internal import Foundation

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

  /// A context from what the command line or a page knows.
  ///
  /// - Parameters:
  ///   - database: the database's file as the person gave it; nothing is opened yet.
  ///   - holder: what others are told when they wait for this program.
  public init(database: String, holder: String, now: Instant, actingText: String?, account: String, isDryRun: Bool) {
    store = Store(path: database, holder: holder, gate: CommitGate())
    (self.now, self.actingText, self.account, self.isDryRun) = (now, actingText, account, isDryRun)
  }

  /// The day of the moment in the zone that companies have unless they set another; for what a command suggests.
  public var today: CalendarDate { CompanyZone.day(of: now, zone: CompanyZone.standard) }

  /// Runs this unless a commit has begun; it must end the process. A commit that has begun is finished and told.
  public func stop(_ ending: () -> Void) { store.gate.stop(ending) }
}

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
}

/// How much a journey looks at.
enum Scope {
  /// Every fact of the company.
  case everything
  /// The bookings, the set-up as it is now and the answers; no facts of trainees.
  case frame
  /// Besides that the facts of these trainees, as they were typed; of all when none is named.
  case trainees([String])
  /// What the levels of these trainees come from, without their conversations; of all when none is named.
  case levels([String])
  /// Besides the frame the levels of the trainees who are nearest to the acting person.
  case own
  /// Besides the frame the facts of the trainees of a team, as it was typed.
  case team(String)
}

extension JourneyContext {
  /// Looks at the database, and checks that the acting person may do this.
  func look<Value>(_ act: Act, _ scope: Scope = .everything, _ body: (Situation) throws -> Value) throws(Refusal) -> Value {
    try store.read { reader in try body(situation(reader, act, scope)) }
  }

  /// Writes in one transaction.
  func write<Value>(
    _ act: Act, _ scope: Scope = .everything, creating: Bool = false, _ body: (Situation, StoreWriter) throws -> Value
  ) throws(Refusal) -> Value {
    try store.write(creating: creating, at: now) { writer in
      let situation = try situation(writer.reader, act, scope)
      let value = try body(situation, writer)
      if let requestKey, let last = try writer.reader.lastBooking(), last != situation.ledger.bookings.last?.number {
        try writer.note(request: requestKey, made: last, at: now)
      }
      return value
    }
  }

  /// Writes as ``write(_:_:creating:_:)`` does, on a copy that is gone afterwards.
  func rehearse<Value>(
    _ act: Act, _ scope: Scope, _ body: (Situation, StoreWriter) throws -> Value
  ) throws(Refusal) -> Value {
    try store.rehearse { writer in try body(situation(writer.reader, act, scope), writer) }
  }

  /// Checks that the acting person may do this, among the people that are read.
  func check(_ act: Act, _ reader: StoreReader) throws { _ = try situation(reader, act, .frame) }

  private func situation(_ reader: StoreReader, _ act: Act, _ scope: Scope) throws -> Situation {
    let records = try reader.records()
    let frame = try reader.frame(of: records)
    // Before the first set-up nobody can be found by name; it is the administration that sets up.
    let isFirst = act == .setUp && records.bookings.isEmpty
    let actor = isFirst ? .administration : try Actor(typed: actingText, in: frame.company)
    let access = Access(actor, in: frame.company)
    try access.require(act)
    let zone = try reader.setting(CompanyZone.settingName) ?? CompanyZone.standard
    let ledger = try ledger(reader, scope, records, frame, access)
    return Situation(
      ledger: ledger, frame: frame, knowledge: Knowledge(ledger, within: frame), actor: actor, access: access, zone: zone,
      today: CompanyZone.day(of: now, zone: zone), reader: reader)
  }

  private func ledger(
    _ reader: StoreReader, _ scope: Scope, _ records: Ledger, _ frame: Knowledge.Frame, _ access: Access
  ) throws -> Ledger {
    switch scope {
    case .everything: return try reader.ledger(in: records)
    case .frame: return records
    case .trainees(let typed), .levels(let typed):
      guard !typed.isEmpty else { return try reader.ledger(in: records) }
      let finder = PersonFinder(frame.company)
      // Who is not found is told by who asked.
      let trainees = Set(typed.compactMap { text in try? finder.trainee(text, visible: access.visibleTrainees) })
      var isWhole = true
      if case .levels = scope { isWhole = false }
      return try reader.ledger(of: trainees, in: records, withConversations: isWhole)
    case .own:
      return try reader.ledger(of: Set(frame.company.own(of: access).map(\.id)), in: records, withConversations: false)
    case .team(let typed):
      let visible = access.visibleTrainees
      guard let team = try? TeamFinder.find(typed, among: frame.company.teams(of: visible)) else { return records }
      let members = frame.company.trainees.values.filter { visible.contains($0.id) && sameBytes($0.team, team) }
      return try reader.ledger(of: Set(members.map(\.id)), in: records, withConversations: true)
    }
  }

  /// The next booking of this kind.
  func booking(_ kind: Booking.Kind, after situation: Situation, undoes: BookingNumber? = nil) -> Booking {
    // A clock that was set back must not make a booking older than the one before it.
    let moment = max(now, situation.ledger.bookings.last?.recordedAt ?? now)
    return Booking(
      number: situation.ledger.nextBooking, recordedAt: moment, by: situation.actor.id, account: account, kind: kind,
      undoes: undoes)
  }
}

extension StoreReader {
  /// The facts about these trainees, beside the bookings and answers that were read already.
  func ledger(of trainees: Set<TraineeID>, in records: Ledger, withConversations: Bool) throws -> Ledger {
    var ledger = records
    ledger.messages = try corrections()
    let family = try family(of: [], trainees, named: records.namedSubjects)
    try add(family, to: &ledger, withConversations: withConversations)
    return ledger
  }
}

/// The zone in which the company's days begin and end.
enum CompanyZone {
  /// The zone of a company that set none.
  static let standard = "Europe/Amsterdam"
  /// The name under which the database keeps it.
  static let settingName = "zone"

  /// The day on which a moment falls.
  static func day(of moment: Instant, zone: String) -> CalendarDate {
    CalendarDate(dayNumber: secondsOfDay(moment, zone).day)
  }

  /// The time of day of a moment, `09.12`, as people write it.
  static func time(of moment: Instant, zone: String) -> String {
    let minutes = secondsOfDay(moment, zone).seconds / 60
    let two = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
    return two(minutes / 60) + "." + two(minutes % 60)
  }

  private static func secondsOfDay(_ moment: Instant, _ zone: String) -> (day: Int, seconds: Int) {
    let seconds = Int((Double(moment.milliseconds) / 1000).rounded(.down))
    let date = Date(timeIntervalSince1970: Double(seconds))
    let local = seconds + (TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0)
    let day = Int((Double(local) / 86_400).rounded(.down))
    return (day, local - day * 86_400)
  }
}
