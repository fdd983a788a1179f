// What a line of a list says: agreements, goals, obstacles, levels and compliments.
extension RecordReading {
  mutating func readCompliment(_ item: WrittenLines.Line) {
    let named = RecordLine.pair(item.text, at: UInt8(ascii: ":"))
    // Words before a colon are the name of a task only when they are one word.
    if let (task, words) = named, TaskCode(task) != nil, !task.utf8.contains(0x20) {
      guard !words.isEmpty else { return slips.note("no_words", of: .record_file, line: item.number) }
      draft.compliments.append((task, .init(words, at: place(item.number))))
    } else {
      draft.compliments.append(("", .init(item.text, at: place(item.number))))
    }
  }

  mutating func readLevel(_ item: WrittenLines.Line) {
    guard let (task, rest) = RecordLine.pair(item.text), !task.isEmpty, !rest.isEmpty else {
      return note("level", line: item.number, item.text)
    }
    guard let parts = parts(rest, line: item.number, atMost: 3) else { return }
    let seen = ConversationDraft.SeenLevel(
      task: task, word: parts[0], seenOn: day(parts[1], line: item.number), note: parts[2])
    draft.levels.append(.init(seen, at: place(item.number)))
  }

  mutating func readAgreement(_ item: WrittenLines.Line) { addAgreement(item.text, line: item.number) }

  private mutating func addAgreement(_ text: String, line: Int, rewords: String = "") {
    guard let parts = parts(text, line: line, atMost: 4) else { return }
    let new = ConversationDraft.NewAgreement(
      words: parts[0], owner: parts[1], dueOn: day(parts[2], line: line), task: parts[3], rewords: rewords)
    draft.agreements.append(.init(new, at: place(line)))
  }

  mutating func readEarlierAgreement(_ entry: Entry) {
    let (word, rest) = outcome(entry.value)
    func close(_ outcome: ConversationDraft.Closing.Outcome) -> ConversationDraft.Written<ConversationDraft.Closing> {
      .init(.init(agreement: entry.key, outcome: outcome), at: place(entry.line))
    }
    switch (word, rest.isEmpty) {
    case ("", true): break
    case ("loopt", true): draft.stillRunning.append(.init(entry.key, at: place(entry.line)))
    case ("gedaan", true): draft.closings.append(close(.done))
    case ("vervalt", false): draft.closings.append(close(.dropped(reason: rest)))
    case ("vervalt", true): note("reason", line: entry.line, entry.key)
    case ("verzet", false):
      if let to = day(rest, line: entry.line) { draft.closings.append(close(.moved(to: to))) }
    case ("verzet", true): note("day", line: entry.line, word)
    case ("anders", _): addAgreement(rest, line: entry.line, rewords: entry.key)
    default: noteWord(entry.value, line: entry.line, "gedaan, loopt, vervalt: reden, verzet: dag, anders: woorden")
    }
  }

  mutating func readGoal(_ item: WrittenLines.Line) { addGoal(item.text, line: item.number) }

  private mutating func addGoal(_ text: String, line: Int, replaces: String = "") {
    guard let parts = parts(text, line: line, atMost: 9) else { return }
    let priority = parts[1].isEmpty ? 1 : WholeNumber.of(parts[1], in: 1...99)
    if priority == nil { note("priority", line: line, parts[1]) }
    var results: [KeyResult] = []
    for part in parts.dropFirst(2) where !part.isEmpty {
      if let result = KeyResult(typed: part) { results.append(result) } else { note("result", line: line, part) }
    }
    let new = ConversationDraft.NewGoal(words: parts[0], priority: priority ?? 1, keyResults: results, replaces: replaces)
    draft.goals.append(.init(new, at: place(line)))
  }

  mutating func readCurrentGoal(_ entry: Entry) {
    let (word, rest) = outcome(entry.value)
    let verdict: GoalReview.Verdict
    switch (word, rest.isEmpty) {
    case ("", true): return
    case ("houden", true): verdict = .keep
    case ("vervalt", true): verdict = .drop
    case ("gehaald", true): verdict = .reached
    case ("anders", _): return addGoal(rest, line: entry.line, replaces: entry.key)
    default: return noteWord(entry.value, line: entry.line, "houden, gehaald, vervalt, anders: woorden")
    }
    draft.goalReviews.append((.init(entry.key, at: place(entry.line)), verdict))
  }

  mutating func readObstacle(_ item: WrittenLines.Line) {
    guard let parts = parts(item.text, line: item.number, atMost: 3) else { return }
    let new = ConversationDraft.NewObstacle(words: parts[0], since: day(parts[1], line: item.number), owner: parts[2])
    draft.obstacles.append(.init(new, at: place(item.number)))
  }

  mutating func readCurrentObstacle(_ entry: Entry) {
    switch RecordBlocks.plain(entry.value) {
    case "", "blijft": break
    case "opgelost": draft.endedObstacles.append(.init(entry.key, at: place(entry.line)))
    default: noteWord(entry.value, line: entry.line, "opgelost, blijft")
    }
  }

  /// The word of a value and what stands behind its colon.
  private func outcome(_ value: String) -> (word: String, rest: String) {
    let parts = RecordLine.pair(value, at: UInt8(ascii: ":"))
    return (RecordBlocks.plain(parts?.key ?? value), parts?.value ?? "")
  }
}
