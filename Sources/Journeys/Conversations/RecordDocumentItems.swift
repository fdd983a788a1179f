internal import CompetencyCore

// What an object of a list says.
extension RecordDocumentReading {
  mutating func readTopic(_ object: inout RecordObject) {
    let (code, words) = (words("code", &object), words("text", &object))
    guard let code, let words else { return }
    guard ConversationTopic(rawValue: code) != nil else {
      return expect(ConversationTopic.allCases.map(\.rawValue).joined(separator: ", "), at: object.path(of: "code"))
    }
    draft.topics.append((code, .init(words, at: place(object.path))))
  }

  mutating func readCompliment(_ object: inout RecordObject) {
    let task = text("task", &object) ?? ""
    guard let words = words("text", &object) else { return }
    draft.compliments.append((task, .init(words, at: place(object.path))))
  }

  /// Words of a side; the side of the begeleider has a name of its own for ambitions.
  mutating func readSide(
    _ begeleider: String, _ object: inout RecordObject
  ) -> (of: ConversationSide, words: ConversationDraft.Written<String>)? {
    let (side, words) = (side("of", begeleider, &object), words("text", &object))
    guard let side, let words else { return nil }
    return (side, .init(words, at: place(object.path)))
  }

  private mutating func side(_ key: String, _ begeleider: String, _ object: inout RecordObject) -> ConversationSide? {
    switch words(key, &object) {
    case nil: return nil
    case "medewerker"?: return .medewerker
    case let name? where sameBytes(name, begeleider): return .begeleider
    default:
      expect("medewerker, " + begeleider, at: object.path(of: key))
      return nil
    }
  }

  mutating func readFeedback(_ object: inout RecordObject) {
    let from = side("from", "begeleider", &object)
    var slots: [FeedbackSlot: String] = [:]
    for slot in FeedbackSlot.allCases {
      if let text = text(slot.rawValue, &object), !text.isEmpty { slots[slot] = text }
    }
    if let from, !slots.isEmpty { draft.feedback.append((from, slots)) }
  }

  mutating func readAgreement(_ object: inout RecordObject) {
    let words = words("text", &object)
    let (owner, dueOn) = (text("owner", &object) ?? "", day("dueOn", &object))
    let (task, rewords) = (text("task", &object) ?? "", text("rewords", &object) ?? "")
    guard let words else { return }
    let new = ConversationDraft.NewAgreement(words: words, owner: owner, dueOn: dueOn, task: task, rewords: rewords)
    draft.agreements.append(.init(new, at: place(object.path)))
  }

  mutating func readClosing(_ object: inout RecordObject) {
    let (agreement, outcome) = (words("agreement", &object), words("outcome", &object))
    let (reason, to) = (text("reason", &object) ?? "", day("to", &object))
    guard let agreement, let outcome else { return }
    let closing: ConversationDraft.Closing.Outcome
    switch (outcome, reason.isEmpty, to) {
    case ("done", true, nil): closing = .done
    case ("dropped", false, nil): closing = .dropped(reason: reason)
    case ("moved", true, let to?): closing = .moved(to: to)
    default: return expect("record_closing", at: object.path)
    }
    draft.closings.append(.init(.init(agreement: agreement, outcome: closing), at: place(object.path)))
  }

  mutating func readLevel(_ object: inout RecordObject) {
    let (task, level) = (words("task", &object), words("level", &object))
    let (seenOn, note) = (day("seenOn", &object), text("note", &object) ?? "")
    guard let task, let level else { return }
    draft.levels.append(.init(.init(task: task, word: level, seenOn: seenOn, note: note), at: place(object.path)))
  }

  mutating func readGoal(_ object: inout RecordObject) {
    let words = words("text", &object)
    let priority = number("priority", 1...99, "record_number", &object) ?? 1
    let replaces = text("replaces", &object) ?? ""
    var results: [KeyResult] = []
    for (text, path) in texts("results", &object) {
      if let result = KeyResult(typed: text) { results.append(result) } else { expect("record_result", at: path) }
    }
    guard let words else { return }
    let new = ConversationDraft.NewGoal(words: words, priority: priority, keyResults: results, replaces: replaces)
    draft.goals.append(.init(new, at: place(object.path)))
  }

  mutating func readGoalReview(_ object: inout RecordObject) {
    let (goal, word) = (words("goal", &object), words("verdict", &object))
    guard let goal, let word else { return }
    guard let verdict = GoalReview.Verdict(rawValue: word) else {
      return expect(GoalReview.Verdict.allCases.map(\.rawValue).joined(separator: ", "), at: object.path(of: "verdict"))
    }
    draft.goalReviews.append((.init(goal, at: place(object.path)), verdict))
  }

  mutating func readObstacle(_ object: inout RecordObject) {
    let words = words("text", &object)
    let (since, owner) = (day("since", &object), text("owner", &object) ?? "")
    guard let words else { return }
    draft.obstacles.append(.init(.init(words: words, since: since, owner: owner), at: place(object.path)))
  }
}
