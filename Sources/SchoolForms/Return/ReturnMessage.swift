public import CompetencyCore

/// A message of the canonical form that goes back to a school, with one return or more.
///
/// The same returns give the same bytes: its id is a digest of all the rest, and it is made at the beginning of the day
/// that it shows.
public struct ReturnMessage: Sendable {
  /// A scale that judgements can be read in: what each level is called, and which of the three terms it is exactly.
  public struct Scale: Sendable {
    let id: String
    let isOurs: Bool
    let levels: [(id: String, name: String, term: LevelID?)]

    /// A scale from checked parts, lowest level first.
    public init(id: String, isOurs: Bool = false, levels: [(id: String, name: String, term: LevelID?)]) {
      (self.id, self.isOurs, self.levels) = (id, isOurs, levels)
    }
  }
  /// The numbers and the name by which the school knows us.
  public let sender: MessageHead.Recipient
  let school: School
  let asOf: CalendarDate
  let answered: MessageID?
  let replaced: MessageID?
  let scales: [Scale]
  let returns: [SchoolReturn]

  /// A message from checked parts.
  ///
  /// - Parameters:
  ///   - sender: the numbers and the name by which the school knows us; at least one number.
  ///   - answered: the message that it answers; nil when there is none, or it has no name that the schema takes.
  ///   - replaced: the earlier return whose place it takes as a whole; nil for none.
  ///   - scales: our scale first, then those of the school; no two levels with one id.
  ///   - returns: the returns, all of one day.
  public init(
    from sender: MessageHead.Recipient, to school: School, asOf: CalendarDate, answered: MessageID?, replaced: MessageID?,
    scales: [Scale], returns: [SchoolReturn]
  ) {
    (self.sender, self.school, self.asOf, self.answered) = (sender, school, asOf, answered)
    (self.replaced, self.scales, self.returns) = (replaced, scales, returns)
  }

  /// The id of the message, `urn:uuid:…`.
  public var id: String { Self.uuid(of: written(id: "")) }

  /// The message as a file.
  public var bytes: [UInt8] { written(id: id) }

  /// A digest as a UUID of version 8, which leaves open how it is made.
  private static func uuid(of bytes: [UInt8]) -> String {
    var digits = Array(sha256Hex(bytes).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = Array("89ab".utf8)[Int(digits[16] % 4)]
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}

/// A value of one line as the schema takes it: white space collapsed, at most so many signs; nil for nothing.
func schemaToken(_ text: String, most: Int = 256) -> String? {
  let short = String(String.UnicodeScalarView(collapsed(text).unicodeScalars.prefix(most)))
  return short.isEmpty ? nil : collapsed(short)
}

extension SchoolReturn.Answer.Outcome {
  /// The word of the file.
  var word: String {
    switch self {
    case .taken_over: "overgenomen"
    case .not_taken_over: "niet_overgenomen"
    case .reached: "bereikt"
    case .waiting: "nog_niet_beantwoord"
    }
  }
}
