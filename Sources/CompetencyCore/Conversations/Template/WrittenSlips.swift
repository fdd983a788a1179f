/// What is wrong with a file that people write by hand, gathered while it is read.
struct WrittenSlips {
  let file: String
  private(set) var problems: [Problem] = []

  init(file: String) { self.file = file }

  /// Notes a slip; without a line it is about the file as a whole.
  mutating func note(
    _ kind: String, of code: ProblemCode = .template_faulty, line: Int?, _ values: [String: String] = [:]
  ) {
    let all = values.merging(["kind": kind]) { given, _ in given }
    problems.append(Problem(code, at: SourcePlace(file: file, line: line), values: all))
  }

  /// The problems in the order of their lines, those of the whole file last.
  var inOrder: [Problem] {
    problems.enumerated().sorted { ($0.element.place?.line ?? .max, $0.offset) < ($1.element.place?.line ?? .max, $1.offset) }
      .map(\.element)
  }
}
