public import CompetencyCore
public import Wording

/// The document of `matrix show --json`, schema `vakmatrix/matrix/1`; keys are only ever added.
public enum MatrixJSON {
  /// The document of these cells; `knownOn` is the booking or day that it was known on, nil for now.
  public static func document(of matrix: CompetencyMatrix, knownOn: String?) -> JSONValue {
    [
      "schema": "vakmatrix/matrix/1", "asOf": .date(matrix.asOf), "knownOn": .text(knownOn),
      "cells": .array(matrix.cells.map(cell)),
    ]
  }

  static func cell(_ cell: MatrixCell) -> JSONValue {
    [
      "trainee": .string(cell.key.trainee.text), "task": .string(cell.key.task.text), "inProfile": .bool(cell.inProfile),
      "level": .string(cell.level.text), "without": .text(cell.without?.rawValue), "aangeleerdOn": .date(cell.aangeleerdOn),
      "beheerstOn": .date(cell.beheerstOn), "lastSeenOn": .date(cell.lastSeenOn), "role": .text(cell.named?.role.rawValue),
      "by": .text(cell.named?.by?.text), "source": .text(cell.named?.source.rawValue),
      "proposals": .array(cell.proposals.map(statement)), "disagreements": .array(cell.disagreements.map(statement)),
      "stale": .bool(cell.isStale),
    ]
  }

  private static func statement(_ statement: Statement) -> JSONValue {
    ["role": .string(statement.role.rawValue), "level": .text(statement.level?.text), "seenOn": .date(statement.seenOn)]
  }
}
