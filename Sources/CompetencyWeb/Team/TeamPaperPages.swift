internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// A team on paper: its report, and its matrix for the wall once it was talked over with the team.
enum TeamPaperPages {
  static let routes: [Route] = [
    .get("/team/{team}/rapport.pdf") { try report($0) },
    .get("/team/{team}/muur") { try wall($0) },
    .get("/team/{team}/muur.pdf") { try sheets($0) },
    .post("/team/{team}/muur") { try sayDiscussed($0) },
  ]

  private static func report(_ request: PageRequest) throws -> PageAnswer {
    let (view, madeBy) = try ReportJourney.team(request.context, try question(request))
    let team = view.team ?? ""
    let report = TeamReport(ofTeam: team, trainees: view.trainees, in: view.matrix)
    let page = try report.html(
      request.texts, folders: request.site.settings.folders,
      origin: ReportOrigin(madeBy: madeBy, seal: try ReportJourney.seal(request.context)), isPaper: true)
    return try request.printed(page, on: report.asOf, name: name(team, report.asOf) + ".pdf")
  }

  /// The view model of `Templates/Pages/wall.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let title, team, path: String
    /// When it was talked over; nil when it was not.
    let discussed: String?
    let fields: HTMLFragment?
  }

  private static func wall(_ request: PageRequest) throws -> PageAnswer {
    let (view, _) = try ReportJourney.team(request.context, try question(request))
    let (team, title) = (view.team ?? "", request.texts.say("page.wall_title"))
    let discussedOn = try found(request)?.discussedOn
    let maySay = request.visitor.map { $0.has(.leidinggevende) || $0.has(.beheer) } ?? false
    let page = View(
      words: request.words, title: title, team: team, path: "/team/" + Fields.encoded(team),
      discussed: discussedOn.map { request.texts.say("page.wall.discussed", ["date": request.texts.fullDate($0)]) },
      fields: maySay ? request.formFields : nil)
    return try request.page("wall", page, title: title, section: "/team")
  }

  /// The wall; nil when it was not talked over with the team.
  private static func found(_ request: PageRequest) throws -> WallJourney.Outcome? {
    let question = try question(request)
    var outcome: WallJourney.Outcome?
    do {
      outcome = try WallJourney.wall(request.context, question, isDiscussed: false)
    } catch let refusal {
      guard refusal.problems.contains(where: { $0.code == .wall_not_discussed }) else { throw refusal }
    }
    return outcome
  }

  private static func sheets(_ request: PageRequest) throws -> PageAnswer {
    guard let outcome = try found(request) else { return try wall(request) }
    let paper = WallReport.Paper(rawValue: request.query["papier"] ?? "") ?? .a3
    let report = WallReport(
      ofTeam: outcome.team, trainees: outcome.view.trainees, in: outcome.view.matrix, paper: paper, names: .first,
      discussedOn: outcome.discussedOn)
    guard !report.sheets.isEmpty else { throw Refusal(.usage, .wall_without_tasks, values: ["team": outcome.team]) }
    let page = try report.html(request.texts, folders: request.site.settings.folders)
    return try request.printed(page, on: report.asOf, name: name(outcome.team, report.asOf) + "_" + paper.rawValue + ".pdf")
  }

  private static func sayDiscussed(_ request: PageRequest) throws -> PageAnswer {
    let outcome = try WallJourney.wall(request.context, try question(request), isDiscussed: true)
    return .redirect("/team/" + Fields.encoded(outcome.team) + "/muur")
  }

  private static func question(_ request: PageRequest) throws(Refusal) -> MatrixJourney.Question {
    var question = MatrixJourney.Question()
    question.team = try request.parameter("team")
    return question
  }

  private static func name(_ team: String, _ day: CalendarDate) -> String {
    ReportFileNames.unique([(team, "team")])[0] + "_" + day.iso
  }
}
