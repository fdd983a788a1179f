import CompetencyCore
import Wording

/// The view model of `Templates/Reports/team-body.mustache`: the matrix, the coverage and what needs attention.
struct TeamBody: Sendable {
  struct Attention: Sendable {
    let title, what: String
    /// On a screen the rest folds open under how many that are; on paper `what` counts them.
    let more, rest: String?
  }
  struct Sign: Sendable {
    let drawing: HTMLFragment
    let name: String
    let meaning: String?
  }

  static let template = "Reports/team-body.mustache"
  /// How many people stand side by side on a sheet of A4 that lies on its side.
  private static let mostColumnsOnPaper = 14

  let words: [String: String]
  let team: String
  let legend: [Sign]
  let matrices: [HTMLFragment]
  let courseSentence: String
  let course: HTMLFragment?
  let coverageSentence: String?
  let coverage, coverageTable: HTMLFragment?
  let attention: [Attention]
  let hasAttention: Bool
}

extension TeamBody {
  init(_ report: TeamReport, _ texts: Texts, isPaper: Bool) {
    let drawing = MatrixDrawing(table: report.table, texts: texts)
    words = texts.words(under: "report.")
    team = report.team
    legend = drawing.legend
    let parts = isPaper ? report.table.parts(ofColumns: Self.mostColumnsOnPaper) : [report.table]
    matrices = report.table.rows.isEmpty ? [] : parts.map { MatrixDrawing(table: $0, texts: texts).fragment }
    (courseSentence, course) = (drawing.courseSentence, report.table.rows.isEmpty ? nil : drawing.courseTable)
    let chart = report.coverage.flatMap { CoverageChart($0, texts, coming: drawing.coming) }
    (coverageSentence, coverage, coverageTable) = (chart?.sentence, chart?.fragment, chart?.table)
    attention = TeamAttention(report: report, texts: texts).points.map { point in
      isPaper ? Attention(title: point.title, what: point.line(texts), more: nil, rest: nil) : Attention(unfolded: point, texts)
    }
    hasAttention = !attention.isEmpty
  }
}

extension TeamBody.Attention {
  fileprivate init(unfolded point: TeamAttention.Point, _ texts: Texts) {
    let rest = point.rest.joined(separator: TextLines.between)
    self.init(
      title: point.title, what: point.named.joined(separator: TextLines.between), more: point.more(texts),
      rest: rest.isEmpty ? nil : rest)
  }
}
