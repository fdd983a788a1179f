import Wording

/// Lines of text for a terminal or a file.
struct TextLines {
  /// Between items in a sentence; the space before the point does not break, so that no line begins with a point.
  static let between = "\u{A0}· "

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

  /// A text broken between words, with these spaces before each line.
  mutating func add(paragraph text: String, width: Int, indent: String) {
    let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    var broken = TextLines()
    broken.add(items: words, between: " ", width: max(width - DisplayWidth.of(indent), 20))
    for line in broken.lines { add(indent + Self.withPlainSpaces(line)) }
  }

  private static func withPlainSpaces(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }

  /// The lines as bytes, each with its end.
  var bytes: [UInt8] { lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }
}
