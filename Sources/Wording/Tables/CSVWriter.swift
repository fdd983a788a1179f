import CompetencyCore

/// Writes a table that a spreadsheet opens by a double click.
public struct CSVWriter: Sendable {
  /// What a spreadsheet of a country expects.
  public enum Flavour: Sendable {
    /// Excel in the Netherlands: byte order mark, `;`, decimal comma, 20-11-2026.
    case dutchExcel
    /// The rest of the world: `,`, decimal point, 2026-11-20.
    case international
  }
  /// What was written.
  public private(set) var bytes: [UInt8]
  private let flavour: Flavour

  /// A table without rows.
  public init(_ flavour: Flavour) {
    (self.flavour, bytes) = (flavour, flavour == .dutchExcel ? [0xEF, 0xBB, 0xBF] : [])
  }

  /// Adds a row.
  public mutating func row(_ fields: [TableField]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: flavour == .dutchExcel ? ";" : ",")) }
      write(field)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func write(_ field: TableField) {
    switch field {
    case .text(let text): write(FormulaGuard.neutral(text))
    // Numbers and days are the product's own, so that a minus sign stays a minus sign.
    case .number(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += number.text(sign: flavour == .dutchExcel ? "," : ".").utf8
    case .date(let day): bytes += (flavour == .dutchExcel ? day.dutchFigures : day.iso).utf8
    case .empty: break
    }
  }

  private mutating func write(_ text: String) {
    // A spreadsheet of another country may split on another sign, so each of them is quoted.
    guard
      text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") })
    else {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Keeps a spreadsheet from reading text as a formula (CWE-1236), in a way that can be taken back.
///
/// Where the first sign is one that begins a formula, marks that show nothing and apostrophes passed over, an apostrophe stands
/// before the text. So a reader takes the text back by taking off the first sign of every text of which that is still true.
enum FormulaGuard {
  /// The text, with an apostrophe before it when it would begin a formula; nothing else of it is changed, for a table is
  /// read by programs.
  static func neutral(_ text: String) -> String {
    // A mark that shows nothing, such as a byte order mark, is passed over: a spreadsheet may drop it. An apostrophe of the
    // text's own is passed over too, or nobody could tell it from ours.
    let first = text.unicodeScalars.first { $0.properties.generalCategory != .format && $0 != "'" }
    return first.map(begins) ?? false ? "'" + text : text
  }

  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
