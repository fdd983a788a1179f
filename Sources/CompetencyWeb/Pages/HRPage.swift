internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// The files for HR: names, dates and counts, and never a word of a conversation.
enum HRPage {
  static let routes: [Route] = [
    .get("/hr") { try show($0) },
    .get("/hr/bestand") { try file($0) },
  ]

  /// How many of the last files are told.
  private static let mostFiles = 5

  /// The view model of `Templates/Pages/hr.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let title, day, today: String
    let dayProblem: String?
    let count, columnsTitle: String
    let columns: [String]
    let files: [String]
    let hasFiles: Bool
  }

  static func show(_ request: PageRequest, dayProblem: String? = nil) throws -> PageAnswer {
    let (rows, today, _) = try ReportJourney.hr(request.context, asOf: nil, knownOn: nil)
    let files = try ViewJourney.hrFiles(request.context).prefix(mostFiles)
    let (texts, columns) = (request.texts, HRColumn.allCases.map(\.rawValue))
    let title = texts.say("page.hr.title")
    let view = View(
      words: request.words, title: title, day: dayProblem == nil ? today.iso : request.query["op"] ?? "", today: today.iso,
      dayProblem: dayProblem, count: texts.say("page.hr.people", count: rows.count),
      columnsTitle: texts.say("page.hr.columns", ["count": "\(columns.count)"]), columns: columns,
      files: files.map { texts.say("page.hr.file", ["date": texts.date($0.view.seenOn), "who": $0.name]) },
      hasFiles: !files.isEmpty)
    return try request.page("hr", view, title: title, status: dayProblem == nil ? 200 : 422)
  }

  private static func file(_ request: PageRequest) throws -> PageAnswer {
    let typed = request.query["op"] ?? ""
    let day = CalendarDate(typed: typed)
    guard day != nil || typed.isEmpty else { return try show(request, dayProblem: request.texts.say("page.task.day_unknown")) }
    let facts = try ReportJourney.hr(request.context, asOf: day, knownOn: nil)
    let report = HRReport(facts.rows, asOf: facts.asOf)
    let origin = ReportOrigin(madeBy: facts.madeBy, seal: try ReportJourney.seal(request.context))
    let name = "vakmatrix_hr_" + report.asOf.iso
    guard let format = ReportFormat(rawValue: request.query["soort"] ?? "") else { return try request.notFound() }
    let answer: PageAnswer
    switch format {
    case .xlsx:
      answer = .file(
        try report.xlsx(request.texts, origin: origin),
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: name + ".xlsx")
    case .csv: answer = .file(report.csv(.dutchExcel), type: "text/csv; charset=utf-8", name: name + ".csv")
    case .csvInternational:
      answer = .file(report.csv(.international), type: "text/csv; charset=utf-8", name: name + "_international.csv")
    case .pdf:
      let page = try HRSummary(report).html(request.texts, folders: request.site.settings.folders, origin: origin)
      answer = try request.printed(page, on: report.asOf, name: name + ".pdf")
    default: return try request.notFound()
    }
    request.saw(nil, "hr_file")
    return answer
  }
}
