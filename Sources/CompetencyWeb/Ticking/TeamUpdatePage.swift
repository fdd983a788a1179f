internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// Bringing a team up to date: by keys in the matrix where a script runs and there is room, else person by person.
enum TeamUpdatePage {
  static let routes: [Route] = [.get("/team/{team}/bijwerken") { try show($0) }]

  /// The view model of `Templates/Pages/team-update.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let fields: HTMLFragment
    let title, path, person: String
    let trainees: [HomePage.View.Trainee]
    /// The matrix, and the levels that its cells can be set to.
    let table, levels: HTMLFragment
    /// Sentences that the script fills in.
    let notTheirs, saveMany, saved, savedOne: String
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    var question = MatrixJourney.Question()
    question.team = try request.parameter("team")
    let (view, _) = try ReportJourney.team(request.context, question, toRecord: true)
    let (title, texts) = (view.team ?? "", request.texts)
    let setting = TeamReport(ofTeam: title, trainees: view.trainees, in: view.matrix).setting(texts)
    let page = View(
      words: request.words, fields: request.formFields, title: title, path: "/team/" + Fields.encoded(title),
      person: request.visitor?.account.id.text ?? "",
      trainees: view.trainees.map { trainee in
        let path = "/trainee/" + Fields.encoded(trainee.id.text)
        return HomePage.View.Trainee(
          name: trainee.name.full, path: path, tickPath: path + "/afvinken",
          standing: request.standing(of: trainee, in: view.matrix))
      }, table: setting.table, levels: setting.levels,
      notTheirs: texts.say("page.team.not_theirs", ["task": "{task}", "who": "{who}"]),
      saveMany: texts.say("page.tick.save_many", ["count": "{count}"]),
      saved: texts.say("page.team.saved", ["count": "{count}"]), savedOne: texts.say("page.team.saved.one"))
    return try request.page("team-update", page, title: title, section: "/team", hasReport: true)
  }
}
