internal import CompetencyCore
internal import CompetencyStore

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
  case own(withConversations: Bool = false)
  /// Besides the frame the facts of the trainees of a team, as it was typed.
  case team(String)
  /// Besides the frame the facts of every trainee whom the acting person may see.
  case visible
  /// Besides the frame the facts of every trainee of whom the acting person may read what people wrote.
  case readable
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

  /// Checks that the acting person may do this, among the people that are read; in a transaction that may yet be taken back, so
  /// nothing of it is remembered.
  func check(_ act: Act, _ reader: StoreReader) throws { _ = try situation(reader, act, .frame, remembers: false) }

  /// What is found when a journey looks.
  func situation(
    _ reader: StoreReader, _ act: Act, _ scope: Scope, remembers: Bool = true
  ) throws -> Situation {
    let (records, frame) = try (remembers ? memory : nil)?.look(reader) ?? CompanyMemory.read(reader)
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
    case .own(let isWhole):
      return try reader.ledger(of: Set(frame.company.own(of: access).map(\.id)), in: records, withConversations: isWhole)
    case .visible: return try reader.ledger(of: access.visibleTrainees, in: records, withConversations: true)
    case .readable:
      let readable = frame.company.trainees.values.filter { access.readsWords(of: $0) }
      return try reader.ledger(of: Set(readable.map(\.id)), in: records, withConversations: true)
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
