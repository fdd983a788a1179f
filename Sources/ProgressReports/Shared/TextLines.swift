import Wording

/// Lines of text for a terminal or a file.
struct TextLines {
  private(set) var lines: [String] = []

  mutating func add(_ line: String = "") { lines.append(TextTable.withoutTrailingSpaces(line)) }

  mutating func add(_ more: [String]) { lines += more }

  /// Items one after another, as many on a line as fit.
  mutating func add(items: [String], between: String, width: Int) {
    var line = ""
    for item in items {
      let longer = line.isEmpty ? item : line + between + item
      if !line.isEmpty, DisplayWidth.of(longer) > width {
        add(line)
        line = item
      } else {
        line = longer
      }
    }
    if !line.isEmpty { add(line) }
  }

  /// The lines as bytes, each with its end.
  var bytes: [UInt8] { lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }
}
