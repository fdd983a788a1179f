internal import Glibc

/// How the measured is told: a table a case, then every goal.
enum ResultTable {
  static func text(of one: BenchmarkCase, _ rows: [(name: String, summary: Summary)]) -> String {
    let base = rows.first { $0.name == one.measure }?.summary.wall
    let header = ["", "runs", "wall", "× " + one.measure, "processor", "peak"]
    let cells = rows.map { row in
      [
        row.name, String(row.summary.runs), duration(row.summary.wall), base.map { decimals(row.summary.wall / $0, 2) } ?? "-",
        duration(row.summary.processor), decimals(row.summary.peak, 0) + " MiB",
      ]
    }
    let widths = header.indices.map { column in ([header] + cells).map { $0[column].unicodeScalars.count }.max() ?? 0 }
    let lines = ([header] + cells).map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.unicodeScalars.count)
        return index == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "   ")
    }
    return "\n\(one.name): \(one.title)\n" + lines.map { "  " + $0 + "\n" }.joined()
  }

  static func text(of goals: [Goal], _ results: Results) -> String {
    "\nGoals\n" + goals.map { "  " + $0.verdict(results) + "\n" }.joined()
  }

  private static func duration(_ seconds: Double) -> String {
    seconds < 1 ? decimals(seconds * 1000, 1) + " ms" : decimals(seconds, 2) + " s"
  }
}

/// A number with so many digits behind the point.
func decimals(_ value: Double, _ places: Int) -> String {
  let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = Int((value * scale).rounded())
  guard places > 0 else { return String(scaled) }
  let digits = String(scaled)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
  return String(padded.dropLast(places)) + "." + String(padded.suffix(places))
}

/// A line on standard error, where somebody waits.
func say(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

/// Text on standard output, at once: a run takes minutes, and a case that is done can be read.
func tell(_ text: String) { write(text, to: STDOUT_FILENO) }

private func write(_ text: String, to descriptor: Int32) {
  let bytes = Array(text.utf8)
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    done += count
  }
}
