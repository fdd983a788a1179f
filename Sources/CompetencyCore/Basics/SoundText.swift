/// Text that can go wherever text goes: into XML, a workbook, a page.
///
/// XML 1.0 (section 2.2, production 2) cannot hold most control signs, nor U+FFFE and U+FFFF, also not as a reference. What a
/// school's form or a workbook cannot carry back is refused where somebody writes it, and not found out years later.
public enum SoundText {
  /// The first sign of a text that XML cannot hold; nil when there is none.
  public static func fault(in text: String) -> Unicode.Scalar? {
    // Nearly every byte is a letter or more, so only a text with a small byte or with the lead byte of U+F000… is looked at.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return nil }
    return text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }

  /// A sign as people look it up: `U+0001`.
  public static func named(_ scalar: Unicode.Scalar) -> String {
    let figures = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - figures.utf8.count)) + figures
  }
}
