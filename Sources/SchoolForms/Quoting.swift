import CompetencyCore

/// A piece of a file in a message: short, harmless to a terminal, and without a burgerservicenummer.
func quoted(_ text: String, most: Int = 20) -> String {
  guard !CitizenNumber.occurs(in: text) else { return "…" }
  var result = String.UnicodeScalarView()
  var count = 0
  for scalar in text.unicodeScalars {
    if count == most {
      result.removeLast()
      result.append("…")
      break
    }
    result.append(shown(scalar))
    count += 1
  }
  return String(result)
}

/// Names in a message, one after another, as far as they fit.
func quoted(list names: [String], most: Int = 40) -> String {
  var result = ""
  for name in names {
    let longer = (result.isEmpty ? "" : result + ", ") + quoted(name, most: 40)
    if longer.unicodeScalars.count > most { return result.isEmpty ? "…" : result + ", …" }
    result = longer
  }
  return result
}

/// The scalar, or a mark for one that moves the cursor, turns the direction of reading or cannot be seen.
private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return "\u{FFFD}"
  default: return scalar
  }
}
