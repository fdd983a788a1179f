import CompetencyCore

/// The facts of Werkplaats Noord: what Mo and Lisa's colleagues saw, and two forms of ROC Delta.
struct SampleLedger {
  private(set) var ledger = Ledger()

  init() {
    let setup = book(.setup)
    ledger.setup = SampleSetup.rows.map { (booking: setup, row: $0) }
    observeSanne()
    observeTheOthers()
    addForms()
    // Mo took back what Daan had shown, on the day that a piece failed.
    let booking = book(.set)
    ledger.withdrawals.append(
      Withdrawal(
        id: FactID(booking: booking, ordinal: 1), trainee: SampleTeam.daan, task: SampleTeam.code("LAS-01"), to: .aangeleerd,
        on: SampleTeam.day("2026-09-30"), by: SampleTeam.id("mo")))
    // A slip of the finger: Mo undid it at once.
    record(SampleTeam.sanne, "LAS-02", .beheerst, "2026-11-20")
    if let slip = ledger.bookings.last?.number { _ = book(.undo, undoes: slip) }
  }

  private mutating func observeSanne() {
    record(SampleTeam.sanne, "BAS-04", .beheerst, "2025-09-12")
    record(SampleTeam.sanne, "BAS-03", .beheerst, "2025-09-19")
    record(SampleTeam.sanne, "LAS-01", .aangeleerd, "2025-12-04")
    record(SampleTeam.sanne, "LAS-01", .beheerst, "2026-01-16")
    record(SampleTeam.sanne, "LAS-06", .aangeleerd, "2026-04-10")
    record(SampleTeam.sanne, "LAS-06", .beheerst, "2026-11-20")
    record(SampleTeam.sanne, "LAS-02", .aangeleerd, "2026-10-06")
    record(SampleTeam.sanne, "LAS-02", .beheerst, "2026-11-17", by: "t-014", role: .student, source: .hand)
  }

  private mutating func observeTheOthers() {
    record(SampleTeam.youssef, "BAS-04", .beheerst, "2025-09-12")
    record(SampleTeam.youssef, "LAS-01", .aangeleerd, "2026-02-03")
    record(SampleTeam.youssef, "LAS-05", .aangeleerd, "2026-06-09")
    record(SampleTeam.youssef, "LAS-06", .aangeleerd, "2026-06-09")
    for task in ["BAS-03", "BAS-04", "LAS-02", "LAS-05", "LAS-06"] { record(SampleTeam.daan, task, .beheerst, "2026-05-20") }
    record(SampleTeam.daan, "LAS-01", .beheerst, "2026-05-20")
    record(SampleTeam.daan, "LAS-06", .aangeleerd, "2026-10-02", by: "ineke", role: .leidinggevende)
    record(SampleTeam.daan, "ONH-06", .aangeleerd, "2026-06-12")
    record(SampleTeam.daan, "LAS-04", absence: .kan_hier_niet, "2026-06-12")
    for task in ["BAS-04", "LAS-01", "LAS-02", "LAS-06"] { record(SampleTeam.lisa, task, .beheerst, "2026-03-13") }
    record(SampleTeam.lisa, "LAS-04", .beheerst, "2025-10-03")
    record(SampleTeam.lisa, "LAS-05", .aangeleerd, "2026-03-13")
    record(SampleTeam.lisa, "ONH-06", .aangeleerd, "2026-03-13")
    record(SampleTeam.lisa, "BAS-03", absence: .niet_van_toepassing, "2026-03-13")
  }

  private mutating func addForms() {
    add(
      form: "f-2026-038-001", "2026-09-18", next: "2026-12-18",
      agreements: [
        ReadAgreement(id: "a-1", owner: .student, dueOn: SampleTeam.day("2026-11-27"), status: .open),
        ReadAgreement(id: "a-2", owner: .werkplekbegeleider, dueOn: SampleTeam.day("2026-11-13"), status: .open),
        ReadAgreement(id: "a-3", owner: .student, dueOn: SampleTeam.day("2026-09-04"), status: .gereed),
      ], lines: [line(1, "LAS-05", .nogNiet, .werkplekbegeleider, "2026-09-18")])
    add(
      form: "f-2026-045-004", "2026-11-06", next: nil, kind: .tussenbeoordeling, agreements: [],
      lines: [
        line(1, "LAS-05", .aangeleerd, .werkplekbegeleider, "2026-11-03"),
        line(2, "LAS-02", .beheerst, .bpv_begeleider, "2026-11-06"),
      ])
  }

  private mutating func book(_ kind: Booking.Kind, undoes: BookingNumber? = nil) -> BookingNumber {
    let number = ledger.nextBooking
    ledger.bookings.append(
      Booking(
        number: number, recordedAt: Instant(milliseconds: 1_800_000_000_000 + Int64(number.number) * 60_000),
        by: SampleTeam.id("mo"), account: "mo", kind: kind, undoes: undoes))
    return number
  }

  private mutating func record(
    _ trainee: TraineeID, _ task: String, _ level: LevelID = .nogNiet, absence: AbsenceReason? = nil, _ day: String,
    by: String = "mo",
    role: Role = .werkplekbegeleider, source: HandRecord.Source = .hand
  ) {
    let booking = book(.set)
    ledger.records.append(
      HandRecord(
        id: FactID(booking: booking, ordinal: 1), trainee: trainee, task: SampleTeam.code(task),
        judgement: absence.map { .without($0) } ?? .level(level), seenOn: SampleTeam.day(day), seenBy: SampleTeam.id(by),
        role: role,
        source: source))
  }

  private func line(_ position: Int, _ task: String, _ level: LevelID, _ role: Role, _ day: String) -> ReadLine {
    ReadLine(
      position: position, taskWritten: SampleTeam.code(task), task: SampleTeam.code(task),
      said: .level(written: SchoolLevel(scale: "s", level: level.text), ours: level), role: role, seenOn: SampleTeam.day(day))
  }

  /// A form of ROC Delta about Sanne, in a message of its own.
  private mutating func add(
    form: String, _ heldOn: String, next: String?, kind: FormKind = .voortgangsgesprek, agreements: [ReadAgreement],
    lines: [ReadLine]
  ) {
    let booking = book(.import)
    let sender = SenderKey(kept: "instellingscode:99ZZ")
    let message = MessageKey(sender: sender, id: MessageID("m-" + form))
    let identity = FormIdentity(
      sender: sender, formID: FormID(form), participant: ParticipantKey("studentnummer:8800412"), heldOn: SampleTeam.day(heldOn))
    let reading = ReadingID(booking: booking, ordinal: 1)
    let instant = Instant(milliseconds: 1_800_000_000_000)
    ledger.messages.append(MessageArrival(booking: booking, key: message, createdAt: instant, replaces: nil))
    ledger.forms.append(
      FormArrival(booking: booking, message: message, createdAt: instant, identity: identity, version: 1, reading: reading))
    ledger.readings.append(
      FormReading(
        id: reading, identity: identity, content: ContentDigest(hex: form), kind: kind, trainee: SampleTeam.sanne, lines: lines,
        agreements: agreements, nextConversation: next.map(SampleTeam.day)))
  }
}
