public import CompetencyCore
internal import CompetencyStore

/// Recording by hand what was seen: several tasks of one trainee at once.
public enum RecordJourney {
  /// One task with what is said of it, as it was typed: `LAS-02=beheerst`.
  public struct Assignment: Sendable, Hashable {
    /// The task.
    public let task: TaskCode
    /// The word after the `=`.
    public let word: String
    /// What the cell showed when it was said; nil when nobody looked at it first.
    public var shown: String?

    /// An assignment as it was typed; nil without a task or a word.
    public init?(typed text: String) {
      guard let equals = text.utf8.lastIndex(of: UInt8(ascii: "=")), let task = TaskCode(text[..<equals]) else { return nil }
      let word = String(text[text.utf8.index(after: equals)...])
      guard !word.isEmpty else { return nil }
      (self.task, self.word) = (task, word)
    }

    /// An assignment from a form, which knows what it showed.
    public init(task: TaskCode, word: String, shown: String) { (self.task, self.word, self.shown) = (task, word, shown) }
  }

  /// A task that somebody else changed since it was shown: what was said of it is not written.
  public struct Conflict: Sendable {
    /// The task.
    public let task: WorkTask
    /// The cell as it is now.
    public let now: MatrixCell
    /// What was said.
    public let said: Judgement
    /// The day and the time of the booking that the cell comes from now, `10.15`, and the name of who made it; nil when it is
    /// not told by a booking of a person.
    public let since: (day: CalendarDate, time: String, name: String)?
  }

  /// What one task was and became.
  public struct Change: Sendable {
    /// How it was written.
    public enum Kind: String, Sendable {
      case observation, proposal, withdrawal
      /// The same had been recorded already; nothing was written.
      case unchanged
    }
    /// The task.
    public let task: WorkTask
    /// The cell before.
    public let before: MatrixCell
    /// The cell after.
    public let after: MatrixCell
    /// How it was written.
    public let kind: Kind
    /// What was said.
    public let judgement: Judgement
    /// The levels that the company uses.
    public let scale: MasteryScale
  }

  /// What was recorded.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// Whose tasks.
    public let trainee: Trainee
    /// The name of who saw it.
    public let actorName: String
    /// The day on which it was seen.
    public let seenOn: CalendarDate
    /// Each task, in the order in which they were typed.
    public let changes: [Change]
    /// The tasks that somebody else changed meanwhile.
    public let conflicts: [Conflict]
  }

  /// Records what the acting person saw.
  ///
  /// - Throws: ``Refusal`` when nobody acts, a task or level is not known, the day lies ahead, or a lower level has no reason.
  public static func run(
    _ context: JourneyContext, who: String, assignments: [Assignment], on day: CalendarDate?, note: String, reason: String
  ) throws(Refusal) -> Outcome {
    guard context.actingText != nil else { throw Refusal(.usage, .acting_person_needed, values: ["command": "matrix set"]) }
    if context.isDryRun {
      return try context.look(.record, .levels([who])) { situation in
        try Draft(context, situation, who, assignments, day, reason).outcome(booked: nil)
      }
    }
    return try context.write(.record, .levels([who])) { situation, writer in
      let draft = try Draft(context, situation, who, assignments, day, reason)
      guard !draft.isEmpty else { return draft.outcome(booked: nil) }
      try writer.add(draft.booking)
      for record in draft.records { try writer.add(record, note: note) }
      for withdrawal in draft.withdrawals { try writer.add(withdrawal, reason: reason) }
      return draft.outcome(booked: draft.booking.number)
    }
  }

  /// The facts that the assignments come to, before they are written.
  private struct Draft {
    let booking: Booking
    private(set) var records: [HandRecord] = []
    private(set) var withdrawals: [Withdrawal] = []
    private var kinds: [(WorkTask, Change.Kind, Judgement)] = []
    private var conflicts: [Conflict] = []
    private let situation: Situation
    private let trainee: Trainee
    private let day: CalendarDate

    var isEmpty: Bool { records.isEmpty && withdrawals.isEmpty }

    init(
      _ context: JourneyContext, _ situation: Situation, _ who: String, _ assignments: [Assignment], _ day: CalendarDate?,
      _ reason: String
    ) throws(Refusal) {
      let company = situation.company
      let id = try PersonFinder(company).trainee(who, visible: situation.access.visibleTrainees)
      guard let trainee = company.trainees[id], let actor = situation.actor.id, let role = situation.access.role(toward: trainee)
      else {
        throw Refusal(.notFound, .person_not_found, values: ["who": who])
      }
      let day = day ?? situation.today
      guard day <= situation.today else { throw Refusal(.usage, .date_in_future, values: ["date": day.iso]) }
      booking = context.booking(.set, after: situation)
      (self.situation, self.trainee, self.day) = (situation, trainee, day)
      let words = assignments.map { "\($0.task)=\($0.word)" }.joined(separator: " ")
      let seen = day == situation.today ? "" : " --on \(day.iso)"
      let command = "vakmatrix matrix set \(id) \(words) --by \(actor)\(seen) --reason \"…\""
      let matrix = CompetencyMatrix(situation.knowledge, asOf: day, trainees: [id])
      // Whoever looked saw the cell of today, also when what is said of it was seen on an earlier day.
      let today = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [id])
      var problems: [Problem] = []
      for (index, assignment) in assignments.enumerated() {
        guard !assignments[..<index].contains(where: { $0.task == assignment.task }) else {
          problems.append(Problem(.task_twice, values: ["task": assignment.task.text]))
          continue
        }
        guard let task = company.tasks[assignment.task] else {
          problems.append(Problem(.task_not_found, values: ["task": assignment.task.text]))
          continue
        }
        guard let judgement = Judgement(word: assignment.word, scale: company.scale) else {
          let words = company.scale.levels.map(\.id.text) + ["kan_hier_niet", "niet_van_toepassing"]
          problems.append(Problem(.level_not_found, values: ["level": assignment.word, "list": words.joined(separator: ", ")]))
          continue
        }
        let fact = FactID(booking: booking.number, ordinal: index + 1)
        let cell = matrix.cell(id, task.code)
        let now = today.cell(id, task.code)
        if let shown = assignment.shown, !sameBytes(shown, now.word), !sameBytes(assignment.word, now.word) {
          conflicts.append(Conflict(task: task, now: now, said: judgement, since: situation.origin(of: now)))
          continue
        }
        let level = cell.level
        if role.observes, let said = judgement.rank(in: company.scale), said < company.scale.rank(of: level) ?? 0 {
          guard !reason.isEmpty else {
            problems.append(
              Problem(
                .reason_needed, values: ["task": task.code.text, "from": level.text, "to": assignment.word, "command": command]))
            continue
          }
          if case .level(let to) = judgement {
            withdrawals.append(Withdrawal(id: fact, trainee: id, task: task.code, to: to, on: day, by: actor))
            kinds.append((task, .withdrawal, judgement))
          }
          continue
        }
        let record = HandRecord(
          id: fact, trainee: id, task: task.code, judgement: judgement, seenOn: day, seenBy: actor, role: role, source: .hand)
        if Self.isRecorded(record, in: situation) {
          kinds.append((task, .unchanged, judgement))
        } else {
          records.append(record)
          kinds.append((task, role.observes ? .observation : .proposal, judgement))
        }
      }
      if !problems.isEmpty {
        let isMissing = problems.allSatisfy { $0.code == .task_not_found }
        throw Refusal(isMissing ? .notFound : .usage, problems)
      }
    }

    /// Whether the last that this person said of the cell on that day is the same, so that saying it again adds nothing.
    private static func isRecorded(_ record: HandRecord, in situation: Situation) -> Bool {
      let (ledger, live) = (situation.ledger, situation.knowledge.live)
      let said = ledger.records.last {
        live.contains($0.id.booking) && $0.trainee == record.trainee && $0.task == record.task && $0.seenOn == record.seenOn
          && $0.seenBy == record.seenBy
      }
      let taken = ledger.withdrawals.last {
        live.contains($0.id.booking) && $0.trainee == record.trainee && $0.task == record.task && $0.on == record.seenOn
      }
      if let taken, said.map({ $0.id < taken.id }) ?? true {
        return taken.by == record.seenBy && record.judgement == .level(taken.to)
      }
      return said?.judgement == record.judgement
    }

    func outcome(booked: BookingNumber?) -> Outcome {
      var ledger = situation.ledger
      let frame = isEmpty ? situation.frame : Knowledge.Frame(situation.frame, and: [booking])
      ledger.records += records
      ledger.withdrawals += withdrawals
      let before = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [trainee.id])
      let after = CompetencyMatrix(Knowledge(ledger, within: frame), asOf: situation.today, trainees: [trainee.id])
      let changes = kinds.map { task, kind, judgement in
        Change(
          task: task, before: before.cell(trainee.id, task.code), after: after.cell(trainee.id, task.code), kind: kind,
          judgement: judgement, scale: situation.company.scale)
      }
      return Outcome(
        booking: booked, trainee: trainee, actorName: situation.actor.name, seenOn: day, changes: changes, conflicts: conflicts)
    }
  }
}

extension Judgement {
  /// What a typed word says: a level's id, `kan_hier_niet` or `niet_van_toepassing`.
  init?(word: String, scale: MasteryScale) {
    if let level = LevelID(word), scale.rank(of: level) != nil {
      self = .level(level)
    } else if let reason = AbsenceReason(rawValue: word), reason != .niet_waargenomen {
      self = .without(reason)
    } else {
      return nil
    }
  }

  /// The rank of the level; nil for a judgement without one.
  func rank(in scale: MasteryScale) -> Int? {
    if case .level(let level) = self { scale.rank(of: level) } else { nil }
  }
}

extension MatrixCell {
  /// What the cell shows, as an assignment says it: the id of its level, or why there is none.
  public var word: String { without?.rawValue ?? level.text }
}

extension Situation {
  /// When and by whom a cell was last written by hand, as people say it; nil when it was not.
  fileprivate func origin(of cell: MatrixCell) -> (day: CalendarDate, time: String, name: String)? {
    let (live, key) = (knowledge.live, cell.key)
    let records = ledger.records.filter { $0.trainee == key.trainee && $0.task == key.task }.map(\.id.booking)
    let taken = ledger.withdrawals.filter { $0.trainee == key.trainee && $0.task == key.task }.map(\.id.booking)
    let last = (records + taken).filter(live.contains).max()
    guard let last, let booking = ledger.bookings.first(where: { $0.number == last }), let by = booking.by else { return nil }
    let name = company.name(of: by)?.full ?? by.text
    return (CompanyZone.day(of: booking.recordedAt, zone: zone), CompanyZone.time(of: booking.recordedAt, zone: zone), name)
  }
}
