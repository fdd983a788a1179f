import CompetencyCore
public import Wording

extension TraineeReport {
  /// The report as a document, schema `vakmatrix/trainee/1`.
  public func json(origin: ReportOrigin = ReportOrigin()) -> JSONValue {
    [
      "schema": "vakmatrix/trainee/1", "asOf": .date(asOf), "knownOn": .text(origin.knownOn),
      "trainee": .string(trainee.id.text), "name": .string(trainee.name.full), "team": .string(trainee.team),
      "programme": .text(trainee.programme.isEmpty ? company.profile(of: trainee)?.title : trainee.programme),
      "pathway": .text(trainee.pathway?.rawValue), "school": .text(trainee.school?.text), "mentor": .text(trainee.mentor?.text),
      "lineManager": .text(trainee.lineManager?.text), "status": .string(trainee.status.rawValue),
      "tasksInProfile": .int(route?.stops.count ?? 0), "tasksTaught": .int(route?.taughtCount ?? 0),
      "tasksMastered": .int(route?.masteredCount ?? 0), "tasksPlannedMastered": .int(route?.plannedMasteredCount ?? 0),
      "forecast": forecast?.json ?? .null, "groups": .array(groups.map(Self.json)), "lastConversation": .date(lastConversation),
      "nextConversation": .date(nextConversation),
      "newlyMastered": .array(newlyMastered.map { Self.json($0, day: "masteredOn", by: true) }),
      "inProgress": .array(inProgress.map { Self.json($0, day: "taughtOn") }),
      "stale": .array(stale.map { Self.json($0, day: "lastSeenOn") }),
      "behind": .array(behind.map { Self.json($0, day: "plannedBy") }), "openProposals": .int(openProposals),
      "openDisagreements": .int(openDisagreements), "agreements": .array(openAgreements.map(json)),
      "agreementsDone": .int(doneAgreements), "agreementsDropped": .int(droppedAgreements),
    ]
  }

  private static func json(_ group: GroupCount) -> JSONValue {
    [
      "group": .string(group.title), "notYet": .int(group.notYet), "taught": .int(group.taught), "mastered": .int(group.mastered),
      "without": .int(group.without), "behind": .int(group.behind),
    ]
  }

  private static func json(_ item: Item, day: String, by isNamed: Bool = false) -> JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      (key: "task", value: .string(item.task.text)), (key: "title", value: .string(item.title)),
      (key: day, value: .date(item.day)),
    ]
    guard isNamed else { return .object(members) }
    return .object(
      members + [(key: "role", value: .text(item.seen?.role.rawValue)), (key: "by", value: .text(item.seen?.by?.text))])
  }

  private func json(_ agreement: OpenAgreement) -> JSONValue {
    [
      "text": .text(agreement.text), "owner": .text(agreement.owner.role(of: trainee)?.rawValue), "dueOn": .date(agreement.dueOn),
      "overdue": .bool(agreement.isOverdue),
    ]
  }
}
