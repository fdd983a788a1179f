internal import CompetencyCore
internal import Glibc
internal import Journeys
internal import Wording

/// Tells how far work is, on a terminal and only when it takes more than a second.
final class Progress {
  private let texts: Texts
  private let total: Int
  private let isShown: Bool
  private let start: Double
  private var last = 0.0

  init(_ console: Console, total: Int = 0) {
    (texts, self.total, isShown) = (console.texts, total, Terminal.hasViewer && !console.isQuiet && !console.isJSON)
    start = Self.seconds()
  }

  /// Does the work that is told of, and wipes the line when it is over.
  static func during<Value>(
    _ console: Console, _ work: (Progress) throws(Refusal) -> Value
  ) throws(Refusal) -> Value {
    let progress = Progress(console)
    defer { progress.end() }
    return try work(progress)
  }

  /// The work has come this far.
  func at(_ step: ImportJourney.Step) {
    var isLast = false
    if case .saving = step { isLast = true }
    show(isLast: isLast) {
      switch step {
      case .files(let count): texts.say("cli.progress", ["done": "\(count)", "total": "\(total)"])
      case .forms(let count): texts.say("cli.progress.forms", ["done": "\(count)"])
      case .saving: texts.say("cli.progress.saving")
      }
    }
  }

  /// So many rows are done.
  func at(rows count: Int) { show { texts.say("cli.progress.rows", ["done": "\(count)"]) } }

  private func show(isLast: Bool = false, _ line: () -> String) {
    guard isShown else { return }
    let now = Self.seconds()
    guard now - start > 1, isLast || now - last > 0.1 else { return }
    last = now
    Terminal.tell("\r" + TextTable.placed(line(), in: 60, .leading))
  }

  /// The work is over; the line is wiped.
  func end() {
    if last > 0 { Terminal.tell("\r" + String(repeating: " ", count: 60) + "\r") }
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
