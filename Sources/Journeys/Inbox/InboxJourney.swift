public import CompetencyCore
internal import CompetencyStore

/// What waits for a person: taking over, refusing, answering.
public enum InboxJourney {
  /// What was done with an item.
  public struct Outcome: Sendable {
    /// The booking; nil in a dry run.
    public let booking: BookingNumber?
    /// The item.
    public let item: InboxItem
    /// The cell before and after; nil for a question.
    public let cell: (before: MatrixCell, after: MatrixCell)?
    /// How many lines became facts; 0 for anything but an answer.
    public let factCount: Int
    /// What is meant, for an answer.
    public let meaning: Answer.Meaning?
    /// The set-up that names are taken from.
    public let company: Company
  }

  /// Everything that waits for the acting person.
  public static func list(_ context: JourneyContext) throws(Refusal) -> (items: [InboxItem], company: Company) {
    try context.look(.seeInbox) { (try Inbox($0).items, $0.company) }
  }

  /// One item.
  public static func show(_ context: JourneyContext, _ item: String) throws(Refusal) -> (item: InboxItem, company: Company) {
    try context.look(.seeInbox) { (try Inbox($0).find(item), $0.company) }
  }

  /// Takes a proposal over as one's own observation, or settles a disagreement by withdrawing the level.
  public static func accept(
    _ context: JourneyContext, _ name: String, on day: CalendarDate?, reason: String
  ) throws(Refusal) -> Outcome {
    guard context.actingText != nil else { throw Refusal(.usage, .acting_person_needed, values: ["command": "inbox accept"]) }
    return try change(context, .decide, .accept, name, reason) { situation, item, fact throws(Refusal) in
      try acceptance(of: item, situation, from: fact, on: day, reason: reason)
    }
  }

  /// Refuses a proposal, or dismisses a disagreement so that the level stays.
  public static func refuse(_ context: JourneyContext, _ name: String, reason: String) throws(Refusal) -> Outcome {
    try change(context, .decide, .refuse, name, reason) { _, item, fact throws(Refusal) in try refusal(of: item, from: fact) }
  }

  /// The facts by which an item is taken over, numbered from the first on.
  static func acceptance(
    of item: InboxItem, _ situation: Situation, from fact: FactID, on day: CalendarDate?, reason: String
  ) throws(Refusal) -> Facts {
    guard let actor = situation.actor.id else { throw situation.access.refusal }
    if let day, day > situation.today { throw Refusal(.usage, .date_in_future, values: ["date": day.iso]) }
    switch item.content {
    case .proposal(let statement, let trainee, _):
      guard let key = statement.decisionKey, let role = situation.access.role(toward: trainee), role.observes else {
        throw situation.access.refusal
      }
      let record = HandRecord(
        id: fact, trainee: trainee.id, task: key.task, judgement: statement.judgement, seenOn: day ?? statement.seenOn,
        seenBy: actor, role: role, source: .proposal)
      let decision = Decision(
        id: FactID(booking: fact.booking, ordinal: fact.ordinal + 1), key: key, verdict: .accepted)
      return Facts(records: [record], decisions: [decision])
    case .disagreement(let statement, let trainee, let level):
      guard let key = statement.decisionKey, situation.access.role(toward: trainee)?.observes == true else {
        throw situation.access.refusal
      }
      if let day, day < statement.seenOn {
        throw Refusal(.usage, .value_not_understood, values: ["option": "--on", "value": day.iso, "expected": "after_seen"])
      }
      guard !reason.isEmpty else {
        let command = "vakmatrix inbox accept \(item.id) --by \(actor) --reason \"…\""
        throw Refusal(
          .usage, .reason_needed,
          values: ["task": key.task.text, "from": level.text, "to": key.level.text, "command": command])
      }
      return Facts(withdrawals: [
        Withdrawal(id: fact, trainee: trainee.id, task: key.task, to: key.level, on: day ?? statement.seenOn, by: actor)
      ])
    case .question: throw Refusal(.usage, .wrong_item, values: ["item": item.id])
    }
  }

  /// The facts by which an item is refused.
  static func refusal(of item: InboxItem, from fact: FactID) throws(Refusal) -> Facts {
    switch item.content {
    case .proposal(let statement, _, _):
      return Facts(decisions: statement.decisionKey.map { [Decision(id: fact, key: $0, verdict: .refused)] } ?? [])
    case .disagreement(let statement, _, _):
      return Facts(decisions: statement.decisionKey.map { [Decision(id: fact, key: $0, verdict: .dismissed)] } ?? [])
    case .question: throw Refusal(.usage, .wrong_item, values: ["item": item.id])
    }
  }

  /// Answers a question; every line that asks the same becomes a fact, and the answer is remembered unless it is for once.
  public static func answer(
    _ context: JourneyContext, _ name: String, value: String, once: Bool
  ) throws(Refusal) -> Outcome {
    try change(context, .answer, .answer, name, "") { situation, item, fact throws(Refusal) in
      guard case .question(let question, _, _, _) = item.content else {
        throw Refusal(.usage, .wrong_item, values: ["item": item.id])
      }
      let meaning = try meaning(of: value, for: question.key.subject, in: situation)
      return Facts(answers: [Answer(id: fact, question: question.key, meaning: meaning, isRemembered: !once)])
    }
  }

  private static func meaning(
    of value: String, for subject: QuestionKey.Subject, in situation: Situation
  ) throws(Refusal) -> Answer.Meaning {
    if value == "skip" { return .skip }
    let company = situation.company
    switch subject {
    case .trainee: return .trainee(try PersonFinder(company).trainee(value, visible: situation.access.visibleTrainees))
    case .task:
      guard let code = TaskCode(value), company.tasks[code] != nil else {
        throw Refusal(.notFound, .task_not_found, values: ["task": value])
      }
      return .task(code)
    case .level:
      guard let level = LevelID(value), company.scale.rank(of: level) != nil else {
        let words = company.scale.levels.map(\.id.text).joined(separator: ", ")
        throw Refusal(.usage, .level_not_found, values: ["level": value, "list": words])
      }
      return .level(level)
    case .formReused: throw Refusal(.usage, .answer_not_understood, values: ["value": value])
    }
  }

  /// The facts that settle an item.
  struct Facts {
    var records: [HandRecord] = []
    var withdrawals: [Withdrawal] = []
    var decisions: [Decision] = []
    var answers: [Answer] = []

    /// How many facts there are.
    var count: Int { records.count + withdrawals.count + decisions.count + answers.count }

    /// Writes them in a booking that was added.
    func write(_ writer: StoreWriter, reason: String) throws {
      for record in records { try writer.add(record, note: "") }
      for withdrawal in withdrawals { try writer.add(withdrawal, reason: reason) }
      for decision in decisions { try writer.add(decision, reason: reason) }
      for answer in answers { try writer.add(answer) }
    }
  }

  private static func change(
    _ context: JourneyContext, _ act: Act, _ kind: Booking.Kind, _ name: String, _ reason: String,
    _ settle: (Situation, InboxItem, FactID) throws(Refusal) -> Facts
  ) throws(Refusal) -> Outcome {
    func work(_ situation: Situation, _ writer: StoreWriter?) throws -> Outcome {
      let item = try Inbox(situation).find(name)
      let booking = context.booking(kind, after: situation)
      let facts = try settle(situation, item, FactID(booking: booking.number, ordinal: 1))
      if let writer {
        try writer.add(booking)
        try facts.write(writer, reason: reason)
      }
      return outcome(situation, item, facts, booking, isWritten: writer != nil)
    }
    if context.isDryRun { return try context.look(act) { try work($0, nil) } }
    return try context.write(act) { try work($0, $1) }
  }

  private static func outcome(
    _ situation: Situation, _ item: InboxItem, _ facts: Facts, _ booking: Booking, isWritten: Bool
  ) -> Outcome {
    var ledger = situation.ledger
    ledger.bookings.append(booking)
    ledger.records += facts.records
    ledger.withdrawals += facts.withdrawals
    ledger.decisions += facts.decisions
    ledger.answers += facts.answers
    let after = Knowledge(ledger)
    var cell: (MatrixCell, MatrixCell)?
    switch item.content {
    case .proposal(let statement, let trainee, _), .disagreement(let statement, let trainee, _):
      let old = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [trainee.id])
      let new = CompetencyMatrix(after, asOf: situation.today, trainees: [trainee.id])
      cell = (old.cell(trainee.id, statement.cell.task), new.cell(trainee.id, statement.cell.task))
    case .question: break
    }
    let total = { (knowledge: Knowledge) in knowledge.forms.reduce(0) { $0 + knowledge.factCount(of: $1.reading).total } }
    return Outcome(
      booking: isWritten ? booking.number : nil, item: item, cell: cell,
      factCount: facts.answers.isEmpty ? 0 : total(after) - total(situation.knowledge), meaning: facts.answers.first?.meaning,
      company: situation.company)
  }
}
