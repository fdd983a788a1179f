internal import CompetencyCore
internal import Journeys
internal import Wording

/// My work: what waits for who signed in.
enum HomePage {
  static let routes: [Route] = [.get("/") { try show($0) }.remembered]

  /// The view model of `Templates/Pages/home.mustache`.
  struct View: Sendable {
    struct Trainee: Sendable { let name, path, tickPath, standing: String }
    let words: [String: String]
    let title: String
    let trainees: [Trainee]
    /// The conversations that go on, or come within two weeks.
    let conversations: [ConversationListPage.View.Row]
    let hasConversations: Bool
    let hasTrainees, ticks, hasInbox: Bool
    /// Whether the planning is found here, because the navigation has no place for it.
    let hasPlanning: Bool
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    guard let visitor = request.visitor else { return .redirect("/aanmelden") }
    // Who is in training finds oneself, and HR its files.
    if visitor.has(.student) && !visitor.observes { return try TraineePages.page(request, of: visitor.account.id.text) }
    if visitor.has(.hr) && !visitor.observes && !visitor.has(.beheer) { return try HRPage.show(request) }
    var (trainees, conversations): ([View.Trainee], [ConversationListPage.View.Row]) = ([], [])
    var own: [Trainee] = []
    if visitor.observes {
      let view = try MatrixJourney.ofOwn(request.context)
      own = view.trainees
      trainees = own.map { trainee in
        let path = "/trainee/" + Fields.encoded(trainee.id.text)
        return View.Trainee(
          name: trainee.name.full, path: path, tickPath: path + "/afvinken",
          standing: request.standing(of: trainee, in: view.matrix))
      }
      let (rows, today) = try ShowConversationJourney.list(request.context, who: nil, ofOwn: true)
      let soon = CalendarDate(dayNumber: today.dayNumber + 14)
      conversations = rows.filter { $0.isGoingOn || ($0.isComing && $0.day <= soon) }.map {
        ConversationListPage.row($0, request)
      }
    }
    return try request.page(
      "home",
      View(
        words: request.words, title: request.texts.say("page.nav.home"), trainees: trainees,
        conversations: conversations, hasConversations: !conversations.isEmpty, hasTrainees: !trainees.isEmpty,
        ticks: visitor.observes, hasInbox: visitor.observes || visitor.has(.beheer),
        hasPlanning: visitor.observes && visitor.has(.beheer)), title: request.texts.say("page.nav.home")
    ).about(own)
  }
}

extension PageRequest {
  /// How far a trainee is: `14 van 36 taken beheerst`.
  func standing(of trainee: Trainee, in matrix: CompetencyMatrix) -> String {
    let scale = matrix.knowledge.company.scale
    let own = matrix.cells(of: trainee.id).filter(\.inProfile)
    let mastered = own.count { scale.rank(of: $0.level) ?? 0 >= scale.masteredRank }
    return texts.say("page.standing", ["count": "\(mastered)", "total": "\(own.count)"])
  }
}
