/// The reports; a new one is a line here, a view model, a template where it has one, and a golden file.
public enum ReportKind: String, CaseIterable, Sendable {
  /// One trainee, on one sheet, for the trainee and the people around.
  case trainee
  /// One team: the matrix, the coverage and what needs attention.
  case team
  /// One team's matrix as it hangs on the wall.
  case wall
  /// One conversation, for those who take part in it.
  case conversation
  /// Every trainee in a row of names, dates and counts.
  case hr
  /// What goes back to a school, the same on paper as in the file.
  case school

  /// The formats that it is written in, the usual one first.
  public var formats: [ReportFormat] {
    switch self {
    case .trainee, .team, .conversation: [.html, .pdf, .txt, .json]
    case .wall: [.pdf, .html]
    case .hr: [.csv, .xlsx, .csvInternational, .html, .pdf, .json]
    case .school: [.xml, .html, .pdf, .txt, .json]
    }
  }
}

/// The formats of reports, by the ends of their files' names; `csv-international` only by its name.
public enum ReportFormat: String, CaseIterable, Sendable {
  case html, pdf, txt, json, csv, xlsx, xml
  case csvInternational = "csv-international"

  /// Whether it is read by people, on paper or on a screen, and has a foot.
  public var hasFoot: Bool { [.html, .pdf, .txt, .xlsx].contains(self) }

  /// The end of the names of its files.
  public var fileEnd: String { self == .csvInternational ? "csv" : rawValue }

  /// The format of a file by the end of its name; nil for a name with another end or none.
  public init?(ofFile name: String) {
    let end = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst().last
    guard let end else { return nil }
    self.init(signs: end)
  }

  /// A format by its name, in small letters or capitals; nil for another word.
  public init?(typed word: String) { self.init(signs: word.utf8) }

  private init?(signs: some Collection<UInt8>) {
    guard let format = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(signs.map(lowered)) }) else { return nil }
    self = format
  }
}

private func lowered(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
}
