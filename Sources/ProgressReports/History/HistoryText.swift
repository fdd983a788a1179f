import CompetencyCore
public import Wording

/// Writes the history of one cell as lines of text, newest first.
public struct HistoryText: Sendable {
  /// One entry in words.
  public struct Line: Sendable {
    /// The entry.
    public let entry: CellHistory.Entry
    /// The circle of the level, or the sign for none.
    public let sign: String
    /// What was done: seen, proposed, taken back; or why there is no level.
    public let kind: String
    /// Who did it.
    public let who: String
    /// By which way it came.
    public let source: String
    /// When it was booked; nil when that is not known.
    public let booked: String?
    /// How it stands against the level, or by whom and when it was undone; nil when there is nothing to tell.
    public let mark: String?
  }

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

  /// The entries in words, newest first.
  public var lines: [Line] {
    history.entries.map { entry in
      Line(
        entry: entry, sign: sign(of: entry), kind: kind(of: entry), who: who(entry), source: source(of: entry),
        booked: entry.booked.map { texts.say("history.booked", ["date": texts.date($0.day), "time": $0.time]) },
        mark: mark(of: entry))
    }
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
    var table = TextTable([.trailing, .leading, .leading, .leading, .leading, .leading, .leading])
    for line in self.lines {
      table.row([texts.date(line.entry.on), line.sign, line.kind, line.who, line.source, line.booked ?? "", remarks(on: line)])
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

  private func mark(of entry: CellHistory.Entry) -> String? {
    guard let undone = entry.undone else { return entry.mark.map { texts.say("mark." + $0.rawValue) } }
    let who = undone.by.map(attribution.name) ?? texts.role(.beheer)
    return texts.say("mark.undone", ["who": who, "date": texts.date(undone.day), "time": undone.time])
  }

  private func remarks(on line: Line) -> String {
    let note = line.entry.note.map { texts.say("history.note", ["note": $0]) }
    return [note, line.mark].compactMap { $0 }.joined(separator: "  ")
  }
}
