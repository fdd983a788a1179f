import CompetencyCore
public import Wording

extension SchoolReport {
  /// The report as a document, schema `vakmatrix/school/1`.
  public func json(origin: ReportOrigin = ReportOrigin()) -> JSONValue {
    [
      "schema": "vakmatrix/school/1", "asOf": .date(asOf), "knownOn": .text(origin.knownOn), "school": .string(school.id.text),
      "message": .string(message), "answers": .text(answered),
      "sender": .array(sender.numbers.map { ["kind": .string($0.kind.rawValue), "number": .string($0.value)] }),
      "schoolWords": .array(schoolWords.map { ["level": .string($0.level.text), "words": .texts($0.words)] }),
      "trainees": .array(returns.map(Self.json)),
    ]
  }

  private static func json(_ content: SchoolReturn) -> JSONValue {
    [
      "trainee": .string(content.trainee.id.text), "studentNumber": .string(content.trainee.studentNumber),
      "since": .date(content.since),
      "tasks": .array(
        content.rows.map { row in
          [
            "task": .string(row.task.text), "schoolCode": .text(row.schoolCode?.text), "level": .string(row.cell.level.text),
            "without": .text(row.cell.without?.rawValue), "aangeleerdOn": .date(row.cell.aangeleerdOn),
            "beheerstOn": .date(row.cell.beheerstOn), "before": .text(row.before?.text),
          ]
        }),
      "proposals": .array(
        content.answers.map { answer in
          [
            "task": .string(answer.proposal.cell.task.text), "level": .string(answer.level.text),
            "role": .string(answer.proposal.role.rawValue), "seenOn": .date(answer.proposal.seenOn),
            "outcome": .string(answer.outcome.rawValue),
          ]
        }),
      "agreements": .array(
        content.agreements.map { agreement in
          [
            "id": .string(agreement.standing.id.description), "owner": .string(agreement.owner.rawValue),
            "dueOn": .date(agreement.standing.dueOn), "open": .bool(agreement.standing.isOpen), "text": .string(agreement.words),
          ]
        }),
      "conversationOn": .date(content.conversation?.heldOn), "seenOn": .date(content.conversation?.seenOn),
    ]
  }
}
