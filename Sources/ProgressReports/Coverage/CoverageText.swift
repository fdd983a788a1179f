import CompetencyCore
public import Wording

/// Writes the tasks for which a team has too few people, most urgent first.
public struct CoverageText: Sendable {
  private let coverage: TeamCoverage
  private let texts: Texts
  private let signs: CellSigns
  private let names: ShortNames
  private static let mostComing = 3

  /// A writer with circles or with plain signs.
  public init(_ coverage: TeamCoverage, _ texts: Texts, isASCII: Bool = false) {
    let company = coverage.matrix.knowledge.company
    (self.coverage, self.texts) = (coverage, texts)
    signs = CellSigns(scale: company.scale, texts: texts, isASCII: isASCII)
    names = ShortNames(company.currentTrainees.filter { sameBytes($0.team, coverage.team) }.map { ($0.id, $0.name) })
  }

  /// The lines with their heading.
  public var bytes: [UInt8] {
    var lines = TextLines()
    lines.add(CleanText.cleaned(coverage.team) + " · " + texts.say("report.as_of", ["date": texts.date(coverage.asOf)]))
    lines.add()
    lines.add(body)
    return lines.bytes
  }

  /// The lines without the heading.
  var body: [String] {
    guard !coverage.tasks.isEmpty else { return [texts.say("coverage.nothing_counted")] }
    var table = TextTable([.leading, .leading, .leading, .leading])
    for task in coverage.lacking { table.row([count(task), label(of: task.task), people(task), plan(task)]) }
    let enough = coverage.tasks.count - coverage.lacking.count
    let last = texts.say("coverage.enough_of", ["count": String(enough), "total": String(coverage.tasks.count)])
    return table.lines() + (coverage.lacking.isEmpty ? [] : [""]) + [last]
  }

  private func count(_ task: TaskCoverage) -> String {
    guard task.standing == .tooFew else { return texts.say("coverage.people", count: task.masteredBy.count) }
    return texts.say("coverage.some", ["mastered": String(task.masteredBy.count), "needed": String(task.needed)])
  }

  private func label(of task: TaskCode) -> String {
    [task.text, coverage.matrix.knowledge.company.tasks[task]?.title ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Who can do it, when it is one person; and who is on the way.
  private func people(_ task: TaskCoverage) -> String {
    let scale = coverage.matrix.knowledge.company.scale
    let taught = task.taughtTo.isEmpty ? nil : signs.glyph(of: scale.level(atRank: scale.taughtRank)) + " " + list(task.taughtTo)
    guard task.standing == .onePerson, let only = task.masteredBy.first else { return taught ?? "" }
    let mastered = signs.glyph(of: scale.level(atRank: scale.masteredRank)) + " " + names[only]
    return [mastered + lastSeen(only, task), taught].compactMap { $0 }.joined(separator: "   ")
  }

  /// Who has it still to come, the first few up to the one who makes it enough, and when that is.
  private func plan(_ task: TaskCoverage) -> String {
    let last = task.coming.firstIndex { !$0.isLate && $0.plannedBy == task.enoughBy } ?? task.coming.count - 1
    let shown = task.coming.prefix(min(last + 1, Self.mostComing))
    var parts = shown.map { coming in
      let week = texts.week(of: coming.plannedBy, readOn: coverage.asOf)
      return texts.say(coming.isLate ? "coverage.late" : "coverage.coming", ["who": names[coming.trainee], "week": week])
    }
    guard let enough = task.enoughBy else {
      let more = task.coming.count - shown.count
      if more > 0 { parts.append(texts.say("report.and_more", count: more)) }
      return parts.joined(separator: ", ")
    }
    let isTold = shown.last?.plannedBy == enough
    let week = texts.week(of: enough, readOn: coverage.asOf)
    return parts.joined(separator: ", ") + texts.say(isTold ? "coverage.then_enough" : "coverage.enough_by", ["week": week])
  }

  private func lastSeen(_ trainee: TraineeID, _ task: TaskCoverage) -> String {
    guard task.staleAmong.contains(trainee), let day = coverage.matrix[trainee, task.task]?.lastSeenOn else { return "" }
    return " " + texts.say("coverage.last_seen", ["date": texts.date(day)])
  }

  private func list(_ trainees: [TraineeID]) -> String { trainees.map { names[$0] }.joined(separator: ", ") }
}
