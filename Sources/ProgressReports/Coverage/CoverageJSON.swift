import CompetencyCore
public import Wording

/// The document of `matrix coverage --json`, schema `vakmatrix/coverage/1`.
public enum CoverageJSON {
  /// The document of a team's coverage; `knownOn` is the booking or day that it was known on, nil for now.
  public static func document(of coverage: TeamCoverage, knownOn: String?) -> JSONValue {
    [
      "schema": "vakmatrix/coverage/1", "asOf": .date(coverage.asOf), "knownOn": .text(knownOn), "team": .string(coverage.team),
      "tasks": tasks(coverage),
    ]
  }

  static func tasks(_ coverage: TeamCoverage) -> JSONValue {
    .array(
      coverage.tasks.map { task in
        [
          "task": .string(task.task.text), "title": .text(coverage.matrix.knowledge.company.tasks[task.task]?.title),
          "needed": .int(task.needed), "mastered": .int(task.masteredBy.count), "standing": .string(task.standing.rawValue),
          "masteredBy": .texts(task.masteredBy.map(\.text)), "staleAmong": .texts(task.staleAmong.map(\.text)),
          "taughtTo": .texts(task.taughtTo.map(\.text)),
          "coming": .array(
            task.coming.map { coming in
              ["trainee": .string(coming.trainee.text), "plannedBy": .date(coming.plannedBy), "late": .bool(coming.isLate)]
            }),
          "enoughBy": .date(task.enoughBy),
        ]
      })
  }
}
