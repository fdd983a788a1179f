/// Reads a table as RFC 4180 has it, with `;` between fields.
enum CSVRecords {
  static func read(_ text: some Sequence<Unicode.Scalar>) -> [[String]] {
    var (table, row, field): ([[String]], [String], String.UnicodeScalarView) = ([], [], String.UnicodeScalarView())
    var (isQuoted, wasQuote) = (false, false)
    for scalar in text {
      if scalar == "\"" {
        // Two quotes within quotes are one.
        if wasQuote { field.append(scalar) }
        (isQuoted, wasQuote) = (!isQuoted, isQuoted)
        continue
      }
      wasQuote = false
      switch scalar {
      case _ where isQuoted: field.append(scalar)
      case ";", "\n":
        row.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\n" { (table, row) = (table + [row], []) }
      case "\r": break
      default: field.append(scalar)
      }
    }
    return table
  }

  /// A text without the apostrophe that keeps a spreadsheet from reading a formula.
  ///
  /// It stands before every text of which the first sign, marks that show nothing and apostrophes passed over, begins a formula.
  static func unguarded(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0.properties.generalCategory != .format && $0 != "'" }
    let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    guard let first, signs.contains(first) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }
}
