public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/team.mustache`, ready to print.
struct TeamPage: Sendable {
  struct Attention: Sendable { let title, what: String }
  struct Sign: Sendable {
    let drawing: HTMLFragment
    let name: String
    let meaning: String?
  }

  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let team, asOf, week: String
  let legend: [Sign]
  let matrices: [HTMLFragment]
  let courseSentence: String
  let course: HTMLFragment?
  let coverageSentence: String?
  let coverage, coverageTable: HTMLFragment?
  let attention: [Attention]
  let hasAttention: Bool
  let origin: String?
}

extension TeamPage {
  /// How many people stand side by side on a sheet of A4 that lies on its side.
  private static let mostColumnsOnPaper = 14

  init(_ report: TeamReport, _ texts: Texts, style: HTMLFragment, origin: ReportOrigin, isPaper: Bool = false) {
    let drawing = MatrixDrawing(table: report.table, texts: texts)
    words = texts.words(under: "report.")
    (language, self.style, self.origin) = (texts.language.rawValue, style, origin.sentence(texts))
    (team, week) = (report.team, texts.week(of: report.asOf))
    asOf = texts.say("report.as_of_full", ["date": texts.fullDate(report.asOf)])
    legend = drawing.legend
    let parts = isPaper ? report.table.parts(ofColumns: Self.mostColumnsOnPaper) : [report.table]
    matrices = report.table.rows.isEmpty ? [] : parts.map { MatrixDrawing(table: $0, texts: texts).fragment }
    (courseSentence, course) = (drawing.courseSentence, report.table.rows.isEmpty ? nil : drawing.courseTable)
    let chart = report.coverage.flatMap { CoverageChart($0, texts, coming: drawing.coming) }
    (coverageSentence, coverage, coverageTable) = (chart?.sentence, chart?.fragment, chart?.table)
    attention = TeamAttention(report: report, texts: texts).points.map { Attention(title: $0.title, what: $0.what) }
    hasAttention = !attention.isEmpty
  }
}

extension TeamReport {
  /// The report as a page for screen, or for paper, where a wide team stands in parts below one another.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the template cannot be used.
  public func html(
    _ texts: Texts, folders: TemplateFolders, origin: ReportOrigin = ReportOrigin(), isPaper: Bool = false
  ) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let template = try HTMLTemplate("Reports/team.mustache", folders: folders)
    return try template.document(of: TeamPage(self, texts, style: style, origin: origin, isPaper: isPaper))
  }
}
