/// How many columns of a terminal a text takes.
public enum DisplayWidth {
  /// The columns of a text: none for a mark, two for an East Asian wide sign or a pictogram, else one.
  public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width(of: $1) } }

  /// The text, cut with an ellipsis when it takes more columns than these.
  public static func cut(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = width(of: scalar)
      guard used + next <= limit - 1 else { break }
      kept.append(scalar)
      used += next
    }
    return String(kept) + "…"
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if (0x20...0x7E).contains(scalar.value) { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F: return 2
    case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: return 2
    default: return 1
    }
  }
}
