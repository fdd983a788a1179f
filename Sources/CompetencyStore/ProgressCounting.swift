public import CompetencyCore

extension StoreReader {
  /// Counts how far every trainee is on a day as it is known now, without keeping the lines of forms.
  public func progressCount(in records: Ledger, _ frame: Knowledge.Frame, asOf: CalendarDate) throws -> ProgressCount {
    let ledger = try ledger(in: records, isWhole: false)
    var count = ProgressCount(Knowledge(ledger, within: frame), asOf: asOf)
    let roles = Role.allCases.filter(\.observes)
    let bounds: [SQLValue] = [.text(asOf.iso)] + roles.map { .text($0.rawValue) }
    var (tasks, levels, said) = (WordNumbers<TaskCode>(), WordNumbers<LevelID>(), WordNumbers<Role>())
    try session.each(.stated_levels, bounds) { row in
      let task = try tasks.number(in: row, 4, TaskCode.init) { count.number(of: $0) }
      let level = try levels.number(in: row, 5, LevelID.init) { count.number(of: $0) }
      let role = try said.number(in: row, 3, Role.init(rawValue:)) { roles.firstIndex(of: $0) ?? 0 }
      count.see(
        try row.factID(), position: try row.integer(2), role: roles[role], task: task, level: level, seenOn: try row.isoDay(6))
    }
    try session.each(.waiting_lines) { row in count.see(try row.readLine(), of: try row.factID()) }
    return count
  }
}

/// The numbers of words that come again and again, found by their bytes without making a text of them.
private struct WordNumbers<Word> {
  private var words: [(bytes: [UInt8], number: Int)] = []
  private var slots = [Int](repeating: -1, count: 1024)

  mutating func number(
    in row: SQLRow, _ column: Int, _ make: (String) -> Word?, _ number: (Word) -> Int
  ) throws -> Int {
    let slot = try row.withBytes(column) { place(of: $0) }
    if slots[slot] >= 0 { return words[slots[slot]].number }
    slots[slot] = words.count
    words.append((try row.withBytes(column) { Array($0) }, number(try row.value(column, make))))
    if words.count * 2 > slots.count { grow() }
    return words[words.count - 1].number
  }

  /// Where a word stands, or would stand.
  private func place(of bytes: some Collection<UInt8>) -> Int {
    // FNV-1a (draft-eastlake-fnv); words that fall on one slot stand after one another.
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0, !words[slots[slot]].bytes.elementsEqual(bytes) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (place, word) in words.enumerated() { slots[self.place(of: word.bytes)] = place }
  }
}
