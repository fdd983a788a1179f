internal import CompetencyCore
internal import CompetencyStore

/// Makes the facts of what was written down, part by part; what is wrong is collected, so that one slip does not hide the next.
struct ConversationRecording {
  let desk: ConversationDesk
  let conversation: Conversation
  let draft: ConversationDraft
  let heldOn: CalendarDate
  private let slips = Slips()

  /// What is wrong, collected over all parts.
  private final class Slips {
    var problems: [Problem] = []
  }

  init(desk: ConversationDesk, conversation: Conversation, draft: ConversationDraft, heldOn: CalendarDate) {
    (self.desk, self.conversation, self.draft, self.heldOn) = (desk, conversation, draft, heldOn)
  }

  func write(_ facts: inout FactDraft) throws -> RecordConversationJourney.Outcome {
    let (trainee, change) = (
      desk.trainee.id,
      ConversationEvent.Change.recorded(
        heldOn: heldOn, minutes: draft.minutes ?? conversation.versions.last?.minutes, isShared: draft.isShared)
    )
    if conversation.state == .planned { event(.started(heldOn), &facts) }
    let version = event(change, &facts)
    try carryOver(version, &facts)
    let carried = facts.count
    notes(version, &facts)
    let closed = closings(&facts)
    var agreements: [(agreement: Agreement, words: String, owner: String)] = []
    for new in draft.agreements {
      let made = collect { () throws(Refusal) in
        try desk.agreement(new.value, at: new.place, in: conversation.id, on: heldOn, &facts)
      }
      if let made { agreements.append((made, new.value.words, desk.name(of: made.owner))) }
    }
    let levels = levels(&facts)
    followUps(&facts)
    let next = next(&facts)
    if let wasUseful = draft.wasUseful { event(.rated(desk.side, wasUseful: wasUseful), &facts) }
    let running = draft.stillRunning.compactMap { typed in
      collect { () throws(Refusal) in try desk.openAgreement(typed.value, at: typed.place).id }
    }
    try refuseSlips()
    try requireChange(facts.count > carried)
    let touched = Set(
      closed + running
        + draft.agreements.compactMap { new in
          new.value.rewords.isEmpty ? nil : try? desk.openAgreement(new.value.rewords, at: nil).id
        })
    return RecordConversationJourney.Outcome(
      booking: nil, conversation: conversation, trainee: desk.trainee, heldOn: heldOn, isChange: !conversation.versions.isEmpty,
      agreements: agreements, closed: closed.count,
      untouched: desk.agreements.filter { $0.isOpen && $0.madeOn < heldOn && !touched.contains($0.id) && $0.trainee == trainee },
      levels: levels, next: next ?? plannedNext, isShared: draft.isShared)
  }

  /// Writes what one step of a conversation that goes on added; the record takes it over at the end.
  ///
  /// - Parameter begun: the event that began the conversation, under which the words stand until then.
  func writeStep(_ facts: inout FactDraft, under begun: FactID) throws(Refusal) {
    for topic in draft.topics { note(.topic(topic.code), topic.words.value, begun, &facts) }
    _ = closings(&facts)
    for new in draft.agreements {
      _ = collect { () throws(Refusal) in
        try desk.agreement(new.value, at: new.place, in: conversation.id, on: heldOn, &facts)
      }
    }
    try refuseSlips()
  }

  private func refuseSlips() throws(Refusal) {
    if slips.problems.isEmpty { return }
    throw Refusal(slips.problems.allSatisfy { $0.code.isNotFound } ? .notFound : .usage, slips.problems)
  }

  /// A version that says what the last one says would only take the trainee's akkoord away.
  private func requireChange(_ saysMore: Bool) throws(Refusal) {
    guard let last = conversation.versions.last, !saysMore, draft.topics.isEmpty else { return }
    let isSame =
      heldOn == last.heldOn && draft.isShared == last.isShared && (draft.minutes ?? last.minutes) == last.minutes
    if isSame { throw Refusal(.usage, .nothing_to_change) }
  }

  @discardableResult
  private func event(_ change: ConversationEvent.Change, _ facts: inout FactDraft) -> FactID {
    facts.add { [conversation, desk] id, writer in
      try writer.add(
        ConversationEvent(id: id, conversation: conversation.id, trainee: desk.trainee.id, change: change), words: "")
    }
  }

  /// What comes of a piece, or nothing when it is refused; the reasons are collected.
  func collect<Value>(_ piece: () throws(Refusal) -> Value) -> Value? {
    do throws(Refusal) { return try piece() } catch {
      slips.problems += error.problems
      return nil
    }
  }

  private func closings(_ facts: inout FactDraft) -> [AgreementID] {
    var closed: [AgreementID] = []
    for closing in draft.closings {
      let id = collect { () throws(Refusal) in try desk.close(closing.value, at: closing.place, on: heldOn, &facts) }
      guard let id else { continue }
      if closed.contains(id) { noteTwice(closing.value.agreement, at: closing.place) }
      closed.append(id)
    }
    for new in draft.agreements where !new.value.rewords.isEmpty {
      let id = try? desk.openAgreement(new.value.rewords, at: new.place).id
      if let id, closed.contains(id) { noteTwice(new.value.rewords, at: new.place) }
    }
    return closed
  }

  /// One agreement has one outcome a record: two of them are a slip of the one who writes.
  private func noteTwice(_ typed: String, at place: SourcePlace?) {
    slips.problems.append(
      Problem(.agreement_closed, at: place, values: ["agreement": typed, "who": desk.trainee.name.full]))
  }

  /// Levels that were seen, each on its own day: observations, recorded during the conversation and not set by it.
  private func levels(_ facts: inout FactDraft) -> Int {
    let matrix = CompetencyMatrix(desk.situation.knowledge, asOf: heldOn, trainees: [desk.trainee.id])
    var count = 0
    for level in draft.levels {
      let record = collect { () throws(Refusal) in
        try desk.observation(level.value, at: level.place, heldOn: heldOn, in: matrix)
      }
      guard let record else { continue }
      count += 1
      facts.add { id, writer in try writer.add(record.at(id), note: level.value.note) }
    }
    return count
  }

  private func followUps(_ facts: inout FactDraft) {
    for goal in draft.goals {
      _ = collect { () throws(Refusal) in
        try desk.goal(goal.value, at: goal.place, in: conversation.id, on: heldOn, &facts)
      }
    }
    for review in draft.goalReviews {
      _ = collect { () throws(Refusal) in
        try desk.review(review.goal.value, review.verdict, at: review.goal.place, in: conversation.id, on: heldOn, &facts)
      }
    }
    for obstacle in draft.obstacles {
      _ = collect { () throws(Refusal) in
        try desk.obstacle(obstacle.value, at: obstacle.place, in: conversation.id, on: heldOn, &facts)
      }
    }
    for ended in draft.endedObstacles {
      _ = collect { () throws(Refusal) in
        try desk.end(ended.value, at: ended.place, on: heldOn, &facts)
      }
    }
  }

  /// The next conversation, which gets this day when it was planned already.
  private func next(_ facts: inout FactDraft) -> ConversationPlan? {
    guard let day = draft.next else { return nil }
    guard day > heldOn else {
      slips.problems.append(Problem(.date_past, values: ["date": day.iso]))
      return nil
    }
    let (earlier, last, time, desk) = (plannedNext, conversation.plan, draft.nextTime, desk)
    return facts.plan(desk.trainee, day, moving: earlier) { id, conversation in
      ConversationPlan(
        id: id, conversation: conversation, trainee: desk.trainee.id, kind: earlier?.kind ?? last.kind.next,
        template: earlier?.template ?? last.kind.next.rawValue, templateVersion: earlier?.templateVersion ?? last.templateVersion,
        day: day, time: time ?? earlier?.time ?? last.time, minutes: earlier?.minutes ?? last.minutes,
        holder: earlier?.holder ?? last.holder)
    }
  }

  private var plannedNext: ConversationPlan? {
    desk.conversations.first { $0.state == .planned && $0.id != conversation.id }?.plan
  }
}

extension ConversationKind {
  /// What usually comes after a conversation of this kind: after a start, a progress conversation.
  var next: ConversationKind {
    switch self {
    case .startgesprek, .bpv_bezoek, .eindgesprek: .voortgangsgesprek
    case .voortgangsgesprek, .ontwikkelgesprek: self
    }
  }
}

extension HandRecord {
  /// The same record at a place among the facts.
  func at(_ id: FactID) -> HandRecord {
    HandRecord(
      id: id, trainee: trainee, task: task, judgement: judgement, seenOn: seenOn, seenBy: seenBy, role: role, source: source)
  }
}
