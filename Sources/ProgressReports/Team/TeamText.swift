import CompetencyCore
public import Wording

extension TeamReport {
  /// The report as text: the matrix, the coverage, and what needs attention.
  public func text(_ texts: Texts, origin: ReportOrigin = ReportOrigin(), width: Int = 100, isASCII: Bool = false) -> [UInt8] {
    var lines = TextLines()
    lines.add(
      CleanText.cleaned(team) + " · " + texts.say("report.as_of", ["date": texts.fullDate(asOf)]) + ", " + texts.week(of: asOf))
    lines.add(MatrixText(table, texts, width: width, isASCII: isASCII).body)
    if let coverage, !coverage.tasks.isEmpty {
      lines.add()
      lines.add(texts.say("report.coverage"))
      lines.add(CoverageText(coverage, texts, isASCII: isASCII).body.map { $0.isEmpty ? "" : "  " + $0 })
    }
    lines.add()
    lines.add(texts.say("report.attention"))
    let points = TeamAttention(report: self, texts: texts).points
    for point in points {
      lines.add(paragraph: CleanText.cleaned(point.title + ": " + point.line(texts)), width: width, indent: "  ")
    }
    if points.isEmpty { lines.add("  " + texts.say("report.no_attention")) }
    lines.add()
    lines.add(texts.say("report.team_not_in_it"))
    if let sentence = origin.sentence(texts) { lines.add(sentence) }
    return lines.bytes
  }
}
