/// An XPath expression of a dialect, checked, with where it stands.
///
/// It is compiled anew for each file that is read: what libxml2 compiles is written to while it runs, so that it
/// cannot be shared by threads.
struct Expression: Sendable {
  /// The expression as it is written.
  let text: String
  /// The attribute that it stands in.
  let attribute: String
  /// The element that it stands in.
  let element: String
  /// The line of that element in the dialect.
  let line: Int
  /// Its number within the dialect.
  let number: Int

  /// The text of an expression that is a constant; nil for any other.
  var constant: String? {
    let scalars = text.unicodeScalars
    guard scalars.count > 1, let quote = scalars.first, quote == "'" || quote == "\"" else { return nil }
    let inner = scalars.dropFirst().dropLast()
    return scalars.last == quote && !inner.contains(quote) ? String(inner) : nil
  }
}
