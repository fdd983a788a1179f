/// Text of any number of lines, in which a line that would pass for a heading or a comment begins with a backslash.
enum FreeText {
  /// The text of lines as they are written; empty lines around it fall away.
  static func text(of lines: [String]) -> String {
    let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    let last = lines.lastIndex { !$0.isEmpty } ?? lines.startIndex
    guard first <= last, first < lines.endIndex else { return "" }
    let plain = lines[first...last].map { line in
      isMasked(line, orBare: false) ? String(decoding: line.utf8.dropFirst(), as: UTF8.self) : line
    }
    return plain.joined(separator: "\n")
  }

  /// The lines in which a text is written.
  static func lines(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { WrittenLines.trimmed(String(decoding: Array($0), as: UTF8.self)) }
      .map { isMasked($0, orBare: true) ? "\\" + $0 : $0 }
  }

  /// Whether a line is a heading or a comment behind backslashes; only such a line loses one, so that all can be written.
  private static func isMasked(_ line: String, orBare: Bool) -> Bool {
    let rest = line.utf8.drop { $0 == UInt8(ascii: "\\") }
    return (rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "#")) && (orBare || rest.count < line.utf8.count)
  }
}
