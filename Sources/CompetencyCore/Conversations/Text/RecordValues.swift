// The lines of a block, and the values that they hold.
extension RecordReading {
  /// A line `key = value`; an empty value says nothing.
  struct Entry {
    let key: String
    let value: String
    let line: Int
  }

  /// The lines `key = value` of a block, each key once.
  ///
  /// - Parameter plainly: whether capitals and spaces in a key make no difference; of a name they do.
  mutating func entries(_ block: RecordBlocks.Block, plainly: Bool = false) -> [Entry] {
    var entries: [Entry] = []
    for line in block.lines where !line.text.isEmpty {
      guard let (written, value) = RecordLine.pair(line.text), !written.isEmpty else {
        let name = RecordLine.pair(line.text, at: UInt8(ascii: ":"))?.key ?? line.text
        if RecordBlocks.asksForMark(name) {
          noteMark(name, line: line.number)
        } else {
          note("line", line: line.number, line.text)
        }
        continue
      }
      let key = plainly ? RecordBlocks.plain(written) : written
      if RecordBlocks.asksForMark(key) {
        noteMark(key, line: line.number)
      } else if entries.contains(where: { sameBytes($0.key, key) }) {
        note("double_key", line: line.number, key)
      } else {
        entries.append(Entry(key: key, value: value, line: line.number))
      }
    }
    return entries
  }

  /// The lines `- …` of a block without their hyphens; one with nothing behind it says nothing.
  mutating func items(_ block: RecordBlocks.Block) -> [WrittenLines.Line] {
    var items: [WrittenLines.Line] = []
    for line in block.lines where !line.text.isEmpty {
      let isItem = line.text.utf8.first == UInt8(ascii: "-")
      let text = isItem ? WrittenLines.trimmed(String(decoding: line.text.utf8.dropFirst(), as: UTF8.self)) : line.text
      if let name = markName(text, UInt8(ascii: "="), UInt8(ascii: ":")) {
        noteMark(name, line: line.number)
      } else if !isItem {
        note("item", line: line.number, line.text)
      } else if !text.isEmpty {
        items.append(WrittenLines.Line(number: line.number, text: text))
      }
    }
    return items
  }

  /// The text of a block; nil when nothing was written.
  mutating func freeText(_ block: RecordBlocks.Block) -> ConversationDraft.Written<String>? {
    for line in block.lines {
      // A key under the wrong heading would pass for text, and a mark with it.
      if let name = markName(line.text, UInt8(ascii: "=")) { noteMark(name, line: line.number) }
    }
    let text = FreeText.text(of: block.lines.map(\.text))
    guard !text.isEmpty else { return nil }
    return .init(text, at: place(block.lines.first { !$0.text.isEmpty }?.number ?? block.line))
  }

  /// A day; nil for nothing and for a slip.
  mutating func day(_ text: String, line: Int) -> CalendarDate? {
    guard !text.isEmpty else { return nil }
    let day = CalendarDate(typed: text)
    if day == nil { note("day", line: line, text) }
    return day
  }

  mutating func yesOrNo(_ entry: Entry) -> Bool? {
    switch RecordBlocks.plain(entry.value) {
    case "": return nil
    case "ja": return true
    // As the option that says whether a conversation was of use.
    case "nee", "kan-beter", "kan beter": return false
    default:
      noteWord(entry.value, line: entry.line, "ja, nee")
      return nil
    }
  }

  /// The parts of a line between bars, of which the first has words, filled up with empty ones; nil with a slip.
  mutating func parts(_ text: String, line: Int, atMost most: Int) -> [String]? {
    let parts = RecordLine.parts(text)
    guard parts.count <= most else {
      slips.note("parts", of: .record_file, line: line, ["value": parts[0], "count": String(most)])
      return nil
    }
    guard !parts[0].isEmpty else {
      slips.note("no_words", of: .record_file, line: line)
      return nil
    }
    return parts + Array(repeating: "", count: most - parts.count)
  }

  /// The name before a sign when it asks for a mark.
  private func markName(_ text: String, _ signs: UInt8...) -> String? {
    signs.lazy.compactMap { RecordLine.pair(text, at: $0)?.key }.first(where: MarkWords.isMark)
  }

  func place(_ line: Int?) -> SourcePlace { SourcePlace(file: slips.file, line: line) }

  mutating func note(_ kind: String, line: Int?, _ value: String) {
    slips.note(kind, of: .record_file, line: line, ["value": value])
  }

  mutating func noteWord(_ word: String, line: Int, _ list: String) {
    slips.note("word", of: .record_file, line: line, ["value": word, "list": list])
  }

  mutating func noteMark(_ name: String, line: Int?) { slips.note("text", of: .mark_not_here, line: line, ["name": name]) }
}
