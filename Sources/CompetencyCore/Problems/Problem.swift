/// A place in a file that somebody sent: file, line and the path of the element.
public struct SourcePlace: Hashable, Sendable {
  /// The file's name as the person gave it.
  public let file: String
  /// The line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// The column, from 1, where it is known.
  public let column: Int?
  /// The path of the element, `/bericht/formulier[2]/voortgang/taak[3]`; empty when the whole file is meant.
  public let path: String

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, path: String = "") {
    (self.file, self.line, self.column, self.path) = (file, line, column, path)
  }
}

/// Something that a person should look at: a code with a place and values; its sentence is a text under the code.
public struct Problem: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable { case error, question, warning }
  /// What it is; stable, and the key of its text (`problem.<code>`).
  public let code: ProblemCode
  /// Where it is; nil when no file is involved.
  public let place: SourcePlace?
  /// What the sentence mentions, by the names in the text.
  public let values: [String: String]

  /// A problem with the values that its sentence mentions.
  public init(_ code: ProblemCode, at place: SourcePlace? = nil, values: [String: String] = [:]) {
    (self.code, self.place, self.values) = (code, place, values)
  }

  /// How much it matters, by its code.
  public var severity: Severity { code.severity }
}

/// The meaning of an exit of the program; the numbers of sysexits.h where it has one.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case failed = 1
  case personNeeded = 3
  case usage = 64
  case dataWrong = 65
  case notFound = 66
  case cannotCreate = 73
  case ioFailed = 74
  case busy = 75
  case notAllowed = 77
  case configuration = 78
  case interrupted = 130
}

/// A refusal: nothing was kept, and these are the reasons.
public struct Refusal: Error, Sendable {
  /// What the program exits with.
  public let status: ExitStatus
  /// Every reason, in the order of the files.
  public let problems: [Problem]

  /// A refusal for these reasons.
  public init(_ status: ExitStatus, _ problems: [Problem]) { (self.status, self.problems) = (status, problems) }

  /// A refusal for one reason.
  public init(_ status: ExitStatus, _ code: ProblemCode, at place: SourcePlace? = nil, values: [String: String] = [:]) {
    self.init(status, [Problem(code, at: place, values: values)])
  }
}
