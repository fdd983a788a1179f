internal import CompetencyCore

/// Making text of others fit to show: nothing in it moves a cursor, turns the reading direction or ends a line.
public enum CleanText {
  /// The text with U+FFFD for every sign that steers instead of shows, and cut after so many scalars.
  public static func cleaned(_ text: String, atMost limit: Int = .max) -> String {
    // Most texts are plain, and shorter than any limit.
    if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var clean = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else {
        clean.append("…")
        break
      }
      clean.append(scalar.steers ? "\u{FFFD}" : scalar)
      count += 1
    }
    return String(clean)
  }

  /// The lines of a text of several lines, each cleaned; one empty line for an empty text.
  public static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      if scalar == "\n" && last == "\r" { continue }
      guard scalar == "\n" || scalar == "\r" else {
        line.append(scalar)
        continue
      }
      lines.append(cleaned(String(line)))
      line = String.UnicodeScalarView()
    }
    return lines + [cleaned(String(line))]
  }
}
