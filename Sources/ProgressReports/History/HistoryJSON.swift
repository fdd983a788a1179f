import CompetencyCore
public import Wording

/// The document of `matrix history --json`, schema `vakmatrix/history/1`.
public enum HistoryJSON {
  /// The document of a cell's history; `asOf` and `knownOn` are those that it was asked for.
  public static func document(of history: CellHistory, asOf: String, knownOn: String?) -> JSONValue {
    [
      "schema": "vakmatrix/history/1", "asOf": .string(asOf), "knownOn": .text(knownOn),
      "trainee": .string(history.key.trainee.text), "task": .string(history.key.task.text),
      "level": .text(history.cell?.level.text), "entries": .array(history.entries.map(entry)),
    ]
  }

  private static func entry(_ entry: CellHistory.Entry) -> JSONValue {
    var (level, without): (String?, String?) = (nil, nil)
    switch entry.judgement {
    case .level(let said): level = said.text
    case .without(let reason): without = reason.rawValue
    }
    return [
      "kind": .string("\(entry.kind)"), "on": .date(entry.on), "level": .text(level), "without": .text(without),
      "role": .text(entry.role?.rawValue), "by": .text(entry.by?.text), "source": .text(entry.statement?.source.rawValue),
      "sender": .text(entry.statement?.sender?.text), "form": .text(form(of: entry)), "mark": .text(entry.mark?.rawValue),
      "note": .text(entry.note), "fact": .text(entry.statement?.origin.name),
      "booked": entry.booked.map(act) ?? .null, "undone": entry.undone.map(act) ?? .null,
    ]
  }

  private static func act(_ act: BookingTrail.Act) -> JSONValue {
    [
      "booking": .string(act.booking.description), "date": .date(act.day), "time": .string(act.time), "by": .text(act.by?.text),
    ]
  }

  private static func form(of entry: CellHistory.Entry) -> String? {
    if case .form(_, let form, _, _)? = entry.statement?.origin { form.text } else { nil }
  }
}
