internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// The matrix of a team.
enum TeamPages {
  static let routes: [Route] = [
    .get("/team") { try choose($0) },
    .get("/team/{team}") { try show($0) }.remembered,
  ]

  /// The view model of `Templates/Pages/team-list.mustache`.
  struct ListView: Sendable {
    struct Team: Sendable { let name, path: String }
    let words: [String: String]
    let title: String
    let teams: [Team]
  }

  private static func choose(_ request: PageRequest) throws -> PageAnswer {
    let teams = try MatrixJourney.teams(request.context)
    if teams.count == 1 { return .redirect("/team/" + Fields.encoded(teams[0])) }
    let title = request.texts.say("page.nav.team")
    return try request.page(
      "team-list",
      ListView(
        words: request.words, title: title,
        teams: teams.map { ListView.Team(name: $0, path: "/team/" + Fields.encoded($0)) }), title: title, section: "/team")
  }

  /// The view model of `Templates/Pages/team.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let title, path: String
    /// Whether the visitor says something of work, and so can bring it up to date.
    let records: Bool
    /// The people of the team with what needs attention: what a phone shows in the place of the matrix.
    let members: [TeamMemberLine]
    let hasMembers: Bool
    let report: HTMLFragment
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    var question = MatrixJourney.Question()
    question.team = try request.parameter("team")
    let (view, _) = try ReportJourney.team(request.context, question)
    let title = view.team ?? ""
    let team = TeamReport(ofTeam: title, trainees: view.trainees, in: view.matrix)
    let report = try team.body(request.texts, folders: request.site.settings.folders)
    let members = team.members.map { TeamMemberLine($0, on: team.asOf, request) }
    return try request.page(
      "team",
      View(
        words: request.words, title: title, path: "/team/" + Fields.encoded(title),
        records: request.visitor?.observes ?? false, members: members, hasMembers: !members.isEmpty, report: report),
      title: title, section: "/team", hasReport: true
    ).about(view.trainees)
  }
}
