/// What a run over many cases found, and which situations it met.
struct FoldReport: Sendable {
  struct Finding: Sendable {
    let number: Int
    let text: String
  }
  private(set) var runs = 0
  private(set) var counts: [Situation: Int] = [:]
  private(set) var findings: [Finding] = []

  /// Checks one case in both orders, and the orders against each other.
  mutating func check(_ foldCase: FoldCase) {
    var random = foldCase.looks
    let days = foldCase.daysToLookAt(&random)
    let first = FoldRun(foldCase, foldCase.events, days: days)
    let second = FoldRun(foldCase, foldCase.otherOrder(&random), days: days)
    for run in [first, second] {
      runs += 1
      for situation in Situation.all(in: run) { counts[situation, default: 0] += 1 }
      let (day, booking) = (random.pick(days), 1 + random.below(foldCase.events.count))
      note(run.difference(), foldCase)
      note(run.difference(on: day, knownOn: booking), foldCase)
      if !run.remembersRightly(knownOn: booking, on: day) { note("later facts change what was known on b-\(booking)", foldCase) }
    }
    if first.shown != second.shown { note("another order, another matrix", foldCase) }
  }

  mutating func add(_ other: FoldReport) {
    runs += other.runs
    counts.merge(other.counts, uniquingKeysWith: +)
    findings += other.findings
  }

  private mutating func note(_ text: String?, _ foldCase: FoldCase) {
    guard let text else { return }
    let events = foldCase.events.map { "  \($0.id)\($0.isMovable ? " movable" : "") undoes \($0.undoes ?? 0): \($0.acts)" }
    findings.append(
      Finding(number: foldCase.number, text: "case \(foldCase.number): \(text)\n\(events.joined(separator: "\n"))"))
  }

  func text(seed: UInt64) -> String {
    let lines = Situation.allCases.map { situation in
      let count = counts[situation, default: 0]
      return "  \(situation.rawValue): \(count) of \(runs) (\(count * 1000 / max(runs, 1)) per mille)"
    }
    return "fold against the naive model: seed \(seed), \(runs) runs, \(findings.count) differences\n"
      + lines.joined(separator: "\n")
  }
}
