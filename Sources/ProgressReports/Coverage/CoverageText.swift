import CompetencyCore
public import Wording

/// Writes the tasks for which a team has too few people, most urgent first.
public struct CoverageText: Sendable {
  private let coverage: TeamCoverage
  private let texts: Texts
  private let signs: CellSigns
  private let names: ShortNames
  private var coming: ComingWording { ComingWording(texts: texts, asOf: coverage.asOf) { names[$0] } }

  /// A writer with circles or with plain signs.
  public init(_ coverage: TeamCoverage, _ texts: Texts, isASCII: Bool = false) {
    let company = coverage.matrix.knowledge.company
    (self.coverage, self.texts) = (coverage, texts)
    signs = CellSigns(scale: company.scale, texts: texts, isASCII: isASCII)
    names = ShortNames(company.currentTrainees(ofTeam: coverage.team).map { ($0.id, $0.name) })
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
    for task in coverage.lacking { table.row([count(task), label(of: task.task), people(task), coming.plan(task)]) }
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

  private func lastSeen(_ trainee: TraineeID, _ task: TaskCoverage) -> String {
    guard task.staleAmong.contains(trainee), let day = coverage.matrix[trainee, task.task]?.lastSeenOn else { return "" }
    return " " + texts.say("coverage.last_seen", ["date": texts.date(day)])
  }

  private func list(_ trainees: [TraineeID]) -> String { trainees.map { names[$0] }.joined(separator: ", ") }
}
