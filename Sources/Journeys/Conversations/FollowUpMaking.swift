internal import CompetencyCore
internal import CompetencyStore

// What conversations and single commands make alike: agreements, goals, obstacles and observations.
extension ConversationDesk {
  /// Makes an agreement; one that rewords another closes it.
  func agreement(
    _ new: ConversationDraft.NewAgreement, at place: SourcePlace?, in conversation: ConversationID?, on day: CalendarDate,
    _ facts: inout FactDraft
  ) throws(Refusal) -> Agreement {
    guard !new.words.isEmpty else { throw Refusal(.usage, .agreement_without_words, at: place) }
    let earlier = new.rewords.isEmpty ? nil : try openAgreement(new.rewords, at: place)
    let owner = new.owner.isEmpty ? earlier?.owner.person(of: trainee) ?? trainee.id : try person(new.owner, at: place)
    let task = try task(new.task, at: place)?.code ?? earlier?.task.flatMap { TaskCode($0) }
    let trainee = trainee.id
    func agreement(_ id: FactID) -> Agreement {
      Agreement(
        id: id, trainee: trainee, conversation: conversation, owner: owner, madeOn: day, dueOn: new.dueOn ?? earlier?.dueOn,
        task: task, follows: earlier?.id)
    }
    return agreement(facts.add { id, writer in try writer.add(agreement(id), words: new.words) })
  }

  /// Closes or moves an open agreement.
  func close(
    _ closing: ConversationDraft.Closing, at place: SourcePlace?, on day: CalendarDate, _ facts: inout FactDraft
  ) throws(Refusal) -> AgreementID {
    let agreement = try openAgreement(closing.agreement, at: place)
    guard agreement.madeOn <= day else { throw Refusal(.usage, .date_past, at: place, values: ["date": day.iso]) }
    if case .moved(let to) = closing.outcome, to < day {
      throw Refusal(.usage, .date_past, at: place, values: ["date": to.iso])
    }
    let (change, words): (AgreementEvent.Change, String) =
      switch closing.outcome {
      case .done: (.done, "")
      case .dropped(let reason): (.dropped, reason)
      case .moved(let to): (.moved(to: to), "")
      }
    if case .dropped = closing.outcome, words.isEmpty {
      throw Refusal(.usage, .drop_reason_needed, at: place, values: ["agreement": closing.agreement])
    }
    event(of: agreement.id, on: day, change, words, &facts)
    return agreement.id
  }

  /// Notes what happened to an agreement.
  @discardableResult
  func event(
    of agreement: AgreementID, on day: CalendarDate, _ change: AgreementEvent.Change, _ words: String, _ facts: inout FactDraft
  ) -> FactID {
    let trainee = trainee.id
    return facts.add { id, writer in
      try writer.add(AgreementEvent(id: id, agreement: agreement, trainee: trainee, on: day, change: change), words: words)
    }
  }

  /// Sets a goal; one that replaces another changes it.
  func goal(
    _ new: ConversationDraft.NewGoal, at place: SourcePlace?, in conversation: ConversationID?, on day: CalendarDate,
    _ facts: inout FactDraft
  ) throws(Refusal) -> Goal {
    guard !new.words.isEmpty else { throw Refusal(.usage, .goal_without_words, at: place) }
    let earlier = new.replaces.isEmpty ? nil : try openGoal(new.replaces, at: place)
    let scale = situation.company.scale
    for result in new.keyResults {
      if case .level(let code, _, _) = result { _ = try task(code.text, at: place) }
      switch result {
      case .level(_, let level, _), .count(_, let level, _):
        guard scale.rank(of: level) != nil else {
          let words = scale.levels.map(\.id.text).joined(separator: ", ")
          throw Refusal(.usage, .level_not_found, at: place, values: ["level": level.text, "list": words])
        }
      case .day: continue
      }
    }
    let trainee = trainee.id
    func goal(_ id: FactID) -> Goal {
      Goal(
        id: id, trainee: trainee, conversation: conversation, setOn: day, priority: new.priority, keyResults: new.keyResults,
        follows: earlier?.id)
    }
    return goal(facts.add { id, writer in try writer.add(goal(id), words: new.words) })
  }

  /// Looks at a goal.
  func review(
    _ typed: String, _ verdict: GoalReview.Verdict, at place: SourcePlace?, in conversation: ConversationID?,
    on day: CalendarDate, _ facts: inout FactDraft
  ) throws(Refusal) -> GoalID {
    let goal = try openGoal(typed, at: place)
    let trainee = trainee.id
    facts.add { id, writer in
      try writer.add(
        GoalReview(id: id, goal: goal.id, trainee: trainee, conversation: conversation, on: day, verdict: verdict))
    }
    return goal.id
  }

  /// Names an obstacle.
  func obstacle(
    _ new: ConversationDraft.NewObstacle, at place: SourcePlace?, in conversation: ConversationID?, on day: CalendarDate,
    _ facts: inout FactDraft
  ) throws(Refusal) -> ObstacleID {
    guard !new.words.isEmpty else { throw Refusal(.usage, .obstacle_without_words, at: place) }
    let owner = new.owner.isEmpty ? nil : try person(new.owner, at: place)
    let since = new.since ?? day
    guard since <= situation.today else { throw Refusal(.usage, .date_in_future, at: place, values: ["date": since.iso]) }
    let trainee = trainee.id
    return ObstacleID(
      facts.add { id, writer in
        let obstacle = Obstacle(id: id, trainee: trainee, conversation: conversation, firstSeenOn: since, owner: owner)
        try writer.add(obstacle, words: new.words)
      })
  }

  /// Notes that an obstacle was taken away.
  func end(_ typed: String, at place: SourcePlace?, on day: CalendarDate, _ facts: inout FactDraft) throws(Refusal) -> ObstacleID
  {
    let obstacle = try openObstacle(typed, at: place)
    let trainee = trainee.id
    facts.add { id, writer in try writer.add(ObstacleEnd(id: id, obstacle: obstacle.id, trainee: trainee, on: day)) }
    return obstacle.id
  }

  /// What was seen of a task on its own day, at a place that is still to be given.
  func observation(
    _ seen: ConversationDraft.SeenLevel, at place: SourcePlace?, heldOn: CalendarDate, in matrix: CompetencyMatrix
  ) throws(Refusal) -> HandRecord {
    let scale = situation.company.scale
    guard let task = try task(seen.task, at: place), let role = situation.access.role(toward: trainee) else {
      throw Refusal(.notFound, .task_not_found, at: place, values: ["task": seen.task])
    }
    guard let judgement = Judgement(word: seen.word, scale: scale) else {
      let words = scale.levels.map(\.id.text) + ["kan_hier_niet", "niet_van_toepassing"]
      throw Refusal(
        .usage, .level_not_found, at: place, values: ["level": seen.word, "list": words.joined(separator: ", ")])
    }
    let day = seen.seenOn ?? heldOn
    guard day <= situation.today else { throw Refusal(.usage, .date_in_future, at: place, values: ["date": day.iso]) }
    let level = matrix[trainee.id, task.code]?.level ?? .nogNiet
    if let said = judgement.rank(in: scale), said < scale.rank(of: level) ?? 0 {
      // A level is never lowered in passing: that is a withdrawal of its own, with a reason.
      let command = "vakmatrix matrix set \(trainee.id) \(task.code)=\(seen.word) --by \(actor) --reason \"…\""
      throw Refusal(
        .usage, .reason_needed, at: place,
        values: ["task": task.code.text, "from": level.text, "to": seen.word, "command": command])
    }
    let booking = BookingNumber.first
    return HandRecord(
      id: FactID(booking: booking, ordinal: 1), trainee: trainee.id, task: task.code, judgement: judgement, seenOn: day,
      seenBy: actor, role: role, source: .conversation)
  }
}

extension ProblemCode {
  /// Whether something that was named is not there.
  var isNotFound: Bool {
    switch self {
    case .task_not_found, .person_not_found, .agreement_not_found, .goal_not_found, .obstacle_not_found, .conversation_not_found:
      true
    default: false
    }
  }
}
