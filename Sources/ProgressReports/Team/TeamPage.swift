public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/team.mustache`: what stands around the body of the report.
struct TeamPage: Sendable {
  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let team, asOf, week: String
  let body: HTMLFragment
  let origin: String?
}

extension TeamReport {
  /// The report as a page for screen, or for paper, where a wide team stands in parts below one another.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the template cannot be used.
  public func html(
    _ texts: Texts, folders: TemplateFolders, origin: ReportOrigin = ReportOrigin(), isPaper: Bool = false
  ) throws(Refusal) -> [UInt8] {
    let body = try HTMLTemplate(TeamBody.template, folders: folders).fragment(of: TeamBody(self, texts, isPaper: isPaper))
    let page = TeamPage(
      words: texts.words(under: "report."), language: texts.language.rawValue,
      style: try HTMLFragment(styleSheet: "Reports/report.css", folders: folders), team: team,
      asOf: texts.say("report.as_of_full", ["date": texts.fullDate(asOf)]), week: texts.week(of: asOf),
      body: body, origin: origin.sentence(texts))
    return try HTMLTemplate("Reports/team.mustache", folders: folders).document(of: page)
  }

  /// The matrix alone with the levels that its cells can be set to, for the page on which a team is brought up to date.
  public func setting(_ texts: Texts) -> (table: HTMLFragment, levels: HTMLFragment) {
    let safety = matrix.knowledge.company.tasks.values.filter(\.isSafety).map(\.code)
    let drawing = MatrixDrawing(table: table, texts: texts, toSet: Set(safety))
    return (drawing.fragment, drawing.levelCells)
  }

  /// The body of the report, to stand on a page of the site.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the template cannot be used.
  public func body(_ texts: Texts, folders: TemplateFolders) throws(Refusal) -> HTMLFragment {
    try HTMLTemplate(TeamBody.template, folders: folders).fragment(of: TeamBody(self, texts, isPaper: false))
  }
}
