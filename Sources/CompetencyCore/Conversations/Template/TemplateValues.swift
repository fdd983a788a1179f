// The values that lines hold.
extension TemplateReading {
  mutating func needed(_ key: String, _ block: inout TemplateBlock) -> TemplateBlock.Entry? {
    if let entry = block.take(key) { return entry }
    miss("missing", key, line: block.line, block)
    return nil
  }

  mutating func number(
    _ key: String, _ range: ClosedRange<Int>, _ kind: String, _ block: inout TemplateBlock
  ) -> (value: Int, line: Int)? {
    guard let entry = needed(key, &block) else { return nil }
    guard let number = WholeNumber.of(entry.value, in: range) else {
      slips.note(kind, line: entry.line, ["value": entry.value])
      return nil
    }
    return (number, entry.line)
  }

  mutating func text(_ key: String, _ block: inout TemplateBlock) -> BilingualText? {
    switch (block.take(key + ".nl"), block.take(key + ".en")) {
    case (let nl?, let en?): return BilingualText(nl: nl.value, en: en.value)
    case (let nl?, nil): miss("language", key + ".en", line: nl.line, block)
    case (nil, let en?): miss("language", key + ".nl", line: en.line, block)
    case (nil, nil): miss("missing", key + ".nl", line: block.line, block)
    }
    return nil
  }

  /// Notes that a line is not there, unless it is and was told of as unfinished.
  mutating func miss(_ kind: String, _ key: String, line: Int?, _ block: TemplateBlock) {
    if !block.isUnfinished(key) { slips.note(kind, line: line, ["key": key]) }
  }

  mutating func questions(_ block: inout TemplateBlock) -> [BilingualText]? {
    let numbers = block.numbers(of: "vraag")
    // Each is read, so that each slip is told.
    let questions = numbers.map { text("vraag.\($0)", &block) }
    return questions.contains(nil) ? nil : questions.compactMap { $0 }
  }

  /// What is left of a block has no meaning there.
  mutating func finish(_ block: TemplateBlock) {
    for entry in block.entries where block.line == nil || !TemplateMarks.isOpen(entry) {
      if TemplateMarks.asksForMark(entry) {
        slips.note("field", of: .mark_not_here, line: entry.line, ["key": entry.key])
      } else {
        slips.note("unknown_key", line: entry.line, ["value": entry.key])
      }
    }
  }
}
