/// Gives the blocks of a conversation's file their meaning.
struct RecordReading {
  var slips: WrittenSlips
  var draft = ConversationDraft()

  init(_ slips: WrittenSlips) { self.slips = slips }

  mutating func read(_ block: RecordBlocks.Block) {
    guard let name = block.heading else { return readHead(block) }
    guard let heading = RecordHeading.all.first(where: { sameBytes($0.text, name) }) else {
      if RecordBlocks.asksForMark(name) {
        noteMark(name, line: block.line)
      } else {
        note("heading", line: block.line, name)
      }
      return
    }
    read(block, as: heading)
  }

  private mutating func read(_ block: RecordBlocks.Block, as heading: RecordHeading) {
    switch heading {
    case .topic(let topic): freeText(block).map { draft.topics.append((topic.rawValue, $0)) }
    case .support(let side): freeText(block).map { draft.support.append((side, $0)) }
    case .ambitions(let side): freeText(block).map { draft.ambitions.append((side, $0)) }
    case .feedback(let side): readFeedback(block, from: side)
    case .earlierAgreements: entries(block).forEach { readEarlierAgreement($0) }
    case .currentGoals: entries(block).forEach { readCurrentGoal($0) }
    case .currentObstacles: entries(block).forEach { readCurrentObstacle($0) }
    case .compliments: items(block).forEach { readCompliment($0) }
    case .levels: items(block).forEach { readLevel($0) }
    case .agreements: items(block).forEach { readAgreement($0) }
    case .goals: items(block).forEach { readGoal($0) }
    case .obstacles: items(block).forEach { readObstacle($0) }
    }
  }

  private mutating func readHead(_ block: RecordBlocks.Block) {
    for entry in entries(block, plainly: true) {
      switch entry.key {
      case "gehouden": draft.heldOn = day(entry.value, line: entry.line)
      case "minuten":
        draft.minutes = WholeNumber.of(entry.value, in: 1...600)
        if draft.minutes == nil, !entry.value.isEmpty { note("minutes", line: entry.line, entry.value) }
      case "delen met leidinggevende": draft.isShared = yesOrNo(entry) ?? false
      case "volgend gesprek": readNext(entry)
      case "nuttig": draft.wasUseful = yesOrNo(entry)
      default:
        note("key", line: entry.line, entry.key)
      }
    }
  }

  private mutating func readNext(_ entry: Entry) {
    let bytes = Array(entry.value.utf8)
    let cut = bytes.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? bytes.endIndex
    draft.next = day(String(decoding: bytes[..<cut], as: UTF8.self), line: entry.line)
    let time = WrittenLines.trimmed(String(decoding: bytes[cut...], as: UTF8.self))
    guard !time.isEmpty else { return }
    draft.nextTime = TimeOfDay(typed: time)
    if draft.nextTime == nil { note("time", line: entry.line, time) }
  }

  private mutating func readFeedback(_ block: RecordBlocks.Block, from side: ConversationSide) {
    var slots: [FeedbackSlot: String] = [:]
    for entry in entries(block, plainly: true) {
      if let slot = FeedbackSlot(rawValue: entry.key) {
        if !entry.value.isEmpty { slots[slot] = entry.value }
      } else {
        note("key", line: entry.line, entry.key)
      }
    }
    if !slots.isEmpty { draft.feedback.append((side, slots)) }
  }
}
