internal import CompetencyCore
internal import Journeys
internal import Wording

/// The agreements: late, this week, later and done; and making a new one.
enum AgreementPages {
  static let routes: [Route] = [
    .get("/afspraken") { try board($0) },
    .get("/afspraken/nieuw") { try NewAgreementPage.show($0) },
    .post("/afspraken/nieuw") { try NewAgreementPage.save($0) },
  ]

  /// The board, with what was just done on top.
  static func board(
    _ request: PageRequest, done: String? = nil, booking: BookingNumber? = nil, problem: String? = nil, status: Int = 200
  ) throws -> PageAnswer {
    let (rows, today) = try AgreementJourney.list(request.context, who: nil, isAll: true)
    for trainee in Set(rows.map(\.trainee.id)) { request.saw(trainee, "agreements") }
    let board = AgreementBoard(rows, today: today, request)
    let title = request.texts.say("page.nav.agreements")
    let view = AgreementBoard.View(
      words: request.words, title: title, done: done, undo: booking == nil ? nil : request.formFields,
      undoPath: "/boeking/" + (booking?.description ?? "") + "/ongedaan", problem: problem,
      myTurn: request.texts.say("page.agreement.my_turn", count: board.myTurn),
      isChosen: (board.owners + board.people).contains(where: \.isChosen), owners: board.owners, people: board.people,
      columns: board.columns)
    return try request.page("agreements", view, title: title, section: "/afspraken", status: status)
  }
}

extension PageRequest {
  /// Who keeps an agreement: the name, else the role.
  func owner(of row: AgreementJourney.Row) -> String {
    row.ownerName.isEmpty ? row.agreement.owner.role(of: row.trainee).map(texts.role) ?? "" : row.ownerName
  }

  /// Where an agreement is shown.
  func path(of row: AgreementJourney.Row) -> String {
    "/afspraken/" + Fields.encoded(row.trainee.id.text) + "/" + Fields.encoded(row.agreement.id.description)
  }
}
