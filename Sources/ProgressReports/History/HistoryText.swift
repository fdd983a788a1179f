import CompetencyCore
public import Wording

/// Writes the history of one cell as lines of text, newest first.
public struct HistoryText: Sendable {
  private let history: CellHistory
  private let texts: Texts
  private let signs: CellSigns
  private let attribution: Attribution

  /// A writer with circles or with plain signs.
  public init(_ history: CellHistory, _ texts: Texts, isASCII: Bool = false) {
    (self.history, self.texts) = (history, texts)
    signs = CellSigns(scale: history.company.scale, texts: texts, isASCII: isASCII)
    attribution = Attribution(company: history.company, texts: texts)
  }

  /// The history with its heading.
  public var bytes: [UInt8] {
    var lines = TextLines()
    let title = history.company.tasks[history.key.task]?.title ?? ""
    let task = [history.key.task.text, title].filter { !$0.isEmpty }.joined(separator: " ")
    lines.add(CleanText.cleaned(task + " · " + attribution.name(of: history.key.trainee)))
    lines.add(texts.say("history.now", ["level": signs.signs(of: history.cell) + " " + signs.words(of: history.cell)]))
    lines.add()
    guard !history.entries.isEmpty else {
      lines.add(texts.say("history.nothing"))
      return lines.bytes
    }
    var table = TextTable([.trailing, .leading, .leading, .leading, .leading, .leading])
    for entry in history.entries {
      table.row([texts.date(entry.on), sign(of: entry), kind(of: entry), who(entry), source(of: entry), remarks(on: entry)])
    }
    lines.add(table.lines())
    return lines.bytes
  }

  private func sign(of entry: CellHistory.Entry) -> String {
    switch entry.judgement {
    case .level(let level): signs.glyph(of: level)
    case .without(.niet_waargenomen): ""
    case .without(let reason): signs.sign(of: reason)
    }
  }

  private func kind(of entry: CellHistory.Entry) -> String {
    if case .without(let reason) = entry.judgement { return texts.absence(reason) }
    switch entry.kind {
    case .observation: return texts.say("history.observation")
    case .proposal: return texts.say("history.proposal")
    case .withdrawal: return texts.say("history.withdrawal")
    }
  }

  private func who(_ entry: CellHistory.Entry) -> String {
    entry.statement.map(attribution.who) ?? entry.by.map(attribution.name) ?? ""
  }

  private func source(of entry: CellHistory.Entry) -> String {
    guard let statement = entry.statement else { return "" }
    if case .form(_, let form, _, _) = statement.origin { return texts.say("source.form", ["form": form.text]) }
    // What trainees record themselves is no more than their own estimate, wherever they record it.
    return texts.say(statement.role == .student ? "source.own" : "source." + statement.source.rawValue)
  }

  private func remarks(on entry: CellHistory.Entry) -> String {
    let note = entry.note.map { texts.say("history.note", ["note": $0]) }
    return [note, entry.mark.map { texts.say("mark." + $0.rawValue) }].compactMap { $0 }.joined(separator: "  ")
  }
}
