import CompetencyCore
public import Wording

extension TraineeReport {
  /// The report as text.
  public func text(_ texts: Texts, origin: ReportOrigin = ReportOrigin(), isASCII: Bool = false) -> [UInt8] {
    TraineeText(wording: TraineeWording(self, texts), signs: CellSigns(scale: company.scale, texts: texts, isASCII: isASCII))
      .bytes(origin)
  }
}

/// Writes a trainee's report as lines of text.
private struct TraineeText {
  let wording: TraineeWording
  let signs: CellSigns
  private var report: TraineeReport { wording.report }
  private var texts: Texts { wording.texts }
  private static let width = 90

  func bytes(_ origin: ReportOrigin) -> [UInt8] {
    var lines = TextLines()
    let stand = texts.say("report.as_of", ["date": texts.fullDate(report.asOf)]) + ", " + texts.week(of: report.asOf)
    lines.add(CleanText.cleaned(report.trainee.name.full) + " · " + stand)
    for line in [wording.training, wording.people, report.trainee.team] where !line.isEmpty { lines.add(CleanText.cleaned(line)) }
    if let status = wording.status { lines.add(status) }
    part(texts.say("report.in_short"), words: wording.inShort, to: &lines)
    if !report.groups.isEmpty { groups(to: &lines) }
    newlyMastered(to: &lines)
    let parts = [
      ("report.in_progress", wording.inProgress), ("report.stale", wording.stale), ("report.behind", wording.behind),
      ("report.waiting", wording.waiting),
    ]
    for (key, words) in parts { if let words { part(texts.say(key), words: words, to: &lines) } }
    agreements(to: &lines)
    part(texts.say("report.next_conversation"), words: wording.nextConversation, to: &lines)
    lines.add()
    lines.add(texts.say("report.not_in_it"))
    if let sentence = origin.sentence(texts) { lines.add(sentence) }
    return lines.bytes
  }

  private func part(_ title: String, words: String, to lines: inout TextLines) {
    lines.add()
    lines.add(title)
    lines.add(paragraph: CleanText.cleaned(words), width: Self.width, indent: "  ")
  }

  private func groups(to lines: inout TextLines) {
    let scale = report.company.scale
    let glyphs = [0, scale.taughtRank, scale.masteredRank].map { signs.glyph(of: scale.level(atRank: $0)) }
    let hasWithout = report.groups.contains { $0.without > 0 }
    let without = hasWithout ? [signs.sign(of: .kan_hier_niet)] : []
    var table = TextTable([.leading] + Array(repeating: .trailing, count: glyphs.count + without.count) + [.leading])
    table.row([texts.say("report.per_group")] + glyphs + without + [texts.say("report.plan")])
    for group in report.groups {
      let counts = [group.notYet, group.taught, group.mastered] + (hasWithout ? [group.without] : [])
      let title = group.title.isEmpty ? texts.say("matrix.no_group") : group.title
      table.row(["  " + title] + counts.map { String($0) } + [wording.plan(group)])
    }
    lines.add()
    lines.add(table.lines())
  }

  private func newlyMastered(to lines: inout TextLines) {
    guard !report.newlyMastered.isEmpty else { return }
    lines.add()
    lines.add(wording.newlyMasteredTitle)
    var table = TextTable([.trailing, .leading, .leading])
    for item in report.newlyMastered { table.row([item.day.map(texts.date) ?? "", wording.label(item), wording.who(item)]) }
    lines.add(table.lines(indent: "  "))
  }

  private func agreements(to lines: inout TextLines) {
    lines.add()
    lines.add(texts.say("report.agreements"))
    var table = TextTable([.leading, .leading, .leading])
    for agreement in report.openAgreements {
      table.row([wording.text(of: agreement), wording.owner(agreement), wording.due(agreement)])
    }
    lines.add(report.openAgreements.isEmpty ? ["  " + texts.say("report.no_agreements")] : table.lines(indent: "  "))
    if let ended = wording.endedAgreements { lines.add("  " + ended) }
  }
}
