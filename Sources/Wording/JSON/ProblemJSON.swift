public import CompetencyCore

extension JSONValue {
  /// A problem with its sentence; null for what is not known of its place.
  public static func problem(_ problem: Problem, _ texts: Texts, nothingKept: Bool = false) -> JSONValue {
    let path = problem.place?.path ?? ""
    return [
      "code": .string(problem.code.rawValue), "severity": .string(problem.severity.rawValue),
      "file": .text(problem.place?.file), "line": problem.place?.line.map { .int($0) } ?? .null,
      "path": path.isEmpty ? .null : .string(path), "text": .string(texts.problem(problem, nothingKept: nothingKept)),
    ]
  }

  /// The document that a refusal prints with `--json`.
  public static func error(_ refusal: Refusal, _ texts: Texts, nothingKept: Bool = false) -> JSONValue {
    [
      "schema": "vakmatrix/error/1", "exit": .int(Int(refusal.status.rawValue)),
      "problems": .array(refusal.problems.map { problem($0, texts, nothingKept: nothingKept) }),
    ]
  }
}
