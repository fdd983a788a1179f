import CompetencyCore

/// Something wrong with a file, told apart from the name under which the file came.
struct Fault: Error, Sendable {
  let code: ProblemCode
  var line: Int?
  var column: Int?
  var path = ""
  var values: [String: String] = [:]
  /// The file, when it is another than the one that is read: the dialect.
  var file: String?

  /// A fault of the file as a whole.
  init(_ code: ProblemCode, values: [String: String] = [:]) { (self.code, self.values) = (code, values) }

  /// A fault with a kind, which has a text of its own under `problem.<code>.<kind>`.
  init(
    _ code: ProblemCode, kind: some RawRepresentable<String>, line: Int? = nil, column: Int? = nil, path: String = "",
    values: [String: String] = [:]
  ) {
    (self.code, self.line, self.column, self.path, self.values) = (code, line, column, path, values)
    self.values["kind"] = kind.rawValue
  }

  /// The fault as a problem of this file.
  func problem(in file: String) -> Problem {
    Problem(code, at: SourcePlace(file: self.file ?? file, line: line, column: column, path: path), values: values)
  }
}

/// The faults of one file: the first of them to be shown, the rest counted.
struct FaultList: Sendable {
  private var shown: [Fault] = []
  /// How many faults there are.
  private(set) var count = 0

  /// Whether nothing is wrong.
  var isEmpty: Bool { count == 0 }

  /// Whether further faults are only counted.
  var isFull: Bool { shown.count >= Limits.shownFaults }

  /// Whether one of the faults that are shown is like this.
  func contains(where isLike: (Fault) -> Bool) -> Bool { shown.contains(where: isLike) }

  /// Notes a fault, which is only made when it will be shown: its path takes time that grows with the file.
  mutating func add(_ fault: @autoclosure () -> Fault) {
    if !isFull { shown.append(fault()) }
    count += 1
  }

  /// Notes the faults of another list after these.
  mutating func add(_ other: FaultList) {
    shown += other.shown.prefix(Limits.shownFaults - shown.count)
    count += other.count
  }

  /// The faults as problems of this file, by line.
  func problems(in file: String) -> [Problem] {
    let sorted = shown.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
    let problems = sorted.map { $0.element.problem(in: file) }
    guard count > shown.count else { return problems }
    let rest = Fault(.schema_fault, kind: SchemaFaultKind.more, values: ["count": String(count - shown.count)])
    return problems + [rest.problem(in: file)]
  }
}
