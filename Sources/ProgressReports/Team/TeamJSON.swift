import CompetencyCore
public import Wording

extension TeamReport {
  /// The report as a document, schema `vakmatrix/team/1`.
  public func json(origin: ReportOrigin = ReportOrigin()) -> JSONValue {
    let shown = Set(members.map(\.trainee.id))
    return [
      "schema": "vakmatrix/team/1", "asOf": .date(asOf), "knownOn": .text(origin.knownOn), "team": .string(team),
      "people": .array(members.map(Self.json)),
      "cells": .array(matrix.cells.filter { shown.contains($0.key.trainee) }.map(MatrixJSON.cell)),
      "coverage": coverage.map(CoverageJSON.tasks) ?? .null,
    ]
  }

  private static func json(_ member: Member) -> JSONValue {
    [
      "trainee": .string(member.trainee.id.text), "name": .string(member.trainee.name.full),
      "tasksInProfile": .int(member.inProfile),
      "tasksMastered": .int(member.mastered), "tasksPlannedMastered": .int(member.plannedMastered),
      "tasksBehind": .int(member.behind),
      "tasksStale": .int(member.stale.count), "openProposals": .int(member.openProposals),
      "openDisagreements": .int(member.openDisagreements), "agreementsOpen": .int(member.openAgreements),
      "agreementsOverdue": .int(member.overdueAgreements), "lastConversation": .date(member.lastConversation),
      "nextConversation": .date(member.nextConversation),
    ]
  }
}
