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
      clean.append(steers(scalar) ? "\u{FFFD}" : scalar)
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

  /// Whether a scalar is a control (ESC, line ends), a separator of lines or a mark of the reading direction.
  public static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
