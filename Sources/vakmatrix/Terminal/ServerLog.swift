internal import CompetencyWeb
internal import Foundation
internal import Synchronization
internal import Wording

/// The log of a server on standard error: a moment, how much it matters, what happened, and figures; one line each, whatever
/// stands in it.
///
/// Whoever reads the log may stop reading, and then a line cannot be written; no page waits for that. Lines wait a little, and
/// when too many do, the newest are dropped and counted.
final class ServerLog: Sendable {
  /// How many lines wait at most.
  private static let most = 256

  private let waiting = Mutex<(lines: [String], dropped: Int, isWriting: Bool)>(([], 0, false))

  /// Writes a line as soon as it can be.
  func tell(_ line: LogLine, at moment: Date) {
    let text = Self.text(line, at: moment)
    let isFirst = waiting.withLock { waiting in
      guard waiting.lines.count < Self.most else {
        waiting.dropped += 1
        return false
      }
      waiting.lines.append(text)
      defer { waiting.isWriting = true }
      return !waiting.isWriting
    }
    // A thread of its own: one that waits for a reader must not be one of the few that answer.
    if isFirst { Thread.detachNewThread { self.write() } }
  }

  /// Waits for the lines that are not written yet, a second at most.
  func finish() {
    for _ in 0..<100 where waiting.withLock({ $0.isWriting }) { usleep(10_000) }
  }

  private func write() {
    while let lines = next() { for line in lines { Terminal.tell(line) } }
  }

  /// The lines that wait now; nil when there are none, and this thread is to end.
  private func next() -> [String]? {
    waiting.withLock { waiting in
      guard !waiting.lines.isEmpty else {
        waiting.isWriting = false
        return nil
      }
      var lines = waiting.lines
      if waiting.dropped > 0 {
        lines.append(Self.text(LogLine(.warning, "log_lines_dropped", [("count", "\(waiting.dropped)")]), at: Date()))
      }
      (waiting.lines, waiting.dropped) = ([], 0)
      return lines
    }
  }

  private static func text(_ line: LogLine, at moment: Date) -> String {
    let fields = line.fields.map { " \($0.name)=\(CleanText.cleaned($0.value))" }.joined()
    return moment.ISO8601Format() + " " + line.level.rawValue + " " + line.event + fields + "\n"
  }
}
