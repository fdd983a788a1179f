public import CompetencyCore

/// How long each kind of data is kept after a training has ended (bewaartermijn), in calendar months.
public struct RetentionTerms: Sendable, Hashable {
  /// The file of the templates in which they stand.
  public static let file = "Retention/terms.txt"
  /// Until the words go: what people wrote, and the forms of schools as they came.
  public var words = 24
  /// Until the name goes. What was established for a subsidy can be asked for until five years after the school year.
  public var person = 72
  /// Until who looked at whom is forgotten, after the day of the look.
  public var looks = 24

  /// The terms that hold unless the company has others.
  public init() {}

  /// Terms as a file says them, a line each: `words = 24`. What begins with `#` is for people.
  ///
  /// - Throws: ``Refusal`` with the line that is not understood.
  public init(reading bytes: [UInt8], file: String) throws(Refusal) {
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#") else { continue }
      let parts = text.utf8.split(separator: UInt8(ascii: "=")).map { String(decoding: Array($0), as: UTF8.self) }
      guard parts.count == 2, let months = Int(parts[1]), (0...600).contains(months) else {
        throw Self.fault(line, file, index + 1)
      }
      switch parts[0] {
      case "words": words = months
      case "person": person = months
      case "looks": looks = months
      default: throw Self.fault(line, file, index + 1)
      }
    }
  }

  private static func fault(_ bytes: some Collection<UInt8>, _ file: String, _ line: Int) -> Refusal {
    Refusal(
      .configuration, .terms_faulty, at: SourcePlace(file: file, line: line),
      values: ["value": String(decoding: bytes, as: UTF8.self)])
  }
}
