internal import CompetencyCore
internal import Journeys
internal import Wording

/// What waits for a person: proposals and disagreements are decided about in one save, questions each on their own page.
enum InboxPage {
  static let routes: [Route] = [
    .get("/postvak") { try page($0) },
    .post("/postvak") { try save($0) },
    .get("/postvak/{item}") { try QuestionPage.show($0) },
    .post("/postvak/{item}") { try QuestionPage.answer($0) },
  ]

  /// How many proposals and disagreements stand on one page.
  private static let most = 30

  /// The view model of `Templates/Pages/inbox.mustache`.
  struct View: Sendable {
    struct Question: Sendable { let path, what, place: String }
    struct Item: Sendable {
      let id, who, task, says, place, accept, refuse, reason: String
      let mayAccept, needsReason, isLater, isAccepted, isRefused, lacksReason: Bool
    }
    let words: [String: String]
    let fields: HTMLFragment
    let title: String
    let problems: [String]
    let hasProblems, mayUpload, isEmpty: Bool
    let questions: [Question]
    let hasQuestions: Bool
    let items: [Item]
    let hasItems: Bool
    let from: String
    /// The button that takes over every proposal on the page; nil when there are none to take over.
    let all: String?
    let earlier, later: String?
  }

  private static func page(_ request: PageRequest, problems: [String] = [], lacking: [String] = []) throws -> PageAnswer {
    let (all, company) = try InboxJourney.list(request.context)
    let (questions, others) = (all.filter(\.isQuestion), all.filter { !$0.isQuestion })
    let asked = Int(request.form["vanaf"] ?? request.query["vanaf"] ?? "") ?? 0
    let from = min(max(0, asked), max(0, others.count - 1)) / most * most
    let shown = Array(others.dropFirst(from).prefix(most))
    let details = try InboxDecisionJourney.details(request.context, of: shown)
    for trainee in Set(shown.compactMap { $0.statement?.1.id }) { request.saw(trainee, "inbox") }
    let items = shown.map { item(of: $0, details[$0.id], company, request, lacksReason: lacking.contains($0.id)) }
    let open = zip(shown, items).count { $0.isProposal && $1.mayAccept }
    let texts = request.texts
    let told = request.query["weg"] == nil ? problems : [texts.say("page.inbox.gone", count: 1)] + problems
    let view = View(
      words: request.words, fields: request.formFields, title: texts.say("page.inbox_title"), problems: told,
      hasProblems: !told.isEmpty, mayUpload: request.visitor?.has(.beheer) ?? false, isEmpty: all.isEmpty,
      questions: questions.map { question in
        View.Question(
          path: "/postvak/" + Fields.encoded(question.id), what: request.sentence(of: question),
          place: request.place(question.firstPlace))
      }, hasQuestions: !questions.isEmpty, items: items, hasItems: !items.isEmpty, from: "\(from)",
      all: open > 1 ? texts.say("page.inbox.accept_all", ["count": "\(open)"]) : nil,
      earlier: from > 0 ? "/postvak?vanaf=\(from - most)" : nil,
      later: from + most < others.count ? "/postvak?vanaf=\(from + most)" : nil)
    return try request.page("inbox", view, title: view.title, status: problems.isEmpty ? 200 : 422)
  }

  private static func item(
    of item: InboxItem, _ detail: InboxDecisionJourney.Detail?, _ company: Company, _ request: PageRequest, lacksReason: Bool
  ) -> View.Item {
    let texts = request.texts
    guard let (statement, trainee, level) = item.statement else {
      return View.Item(
        id: item.id, who: "", task: "", says: "", place: "", accept: "", refuse: "", reason: "", mayAccept: false,
        needsReason: false, isLater: true, isAccepted: false, isRefused: false, lacksReason: false)
    }
    let sign = { (level: LevelID) in company.scale.glyph(of: level) + " " + texts.level(level) }
    let said = statement.level.map(sign) ?? ""
    let chosen = request.form["keuze." + item.id] ?? ""
    let key = item.isProposal ? "page.inbox.proposal" : "page.inbox.disagreement"
    let values = ["now": sign(level), "said": said, "role": texts.role(statement.role), "date": texts.date(statement.seenOn)]
    return View.Item(
      id: item.id, who: trainee.name.full, task: company.tasks[statement.cell.task]?.title ?? statement.cell.task.text,
      says: texts.say(key, values), place: request.place(detail?.place),
      accept: texts.say(item.isProposal ? "page.inbox.up" : "page.inbox.down", values),
      refuse: texts.say("page.inbox.stays", values), reason: request.form["reden." + item.id] ?? "",
      mayAccept: detail?.mayAccept ?? false, needsReason: !item.isProposal && detail?.mayAccept ?? false,
      isLater: !["over", "niet"].contains(chosen), isAccepted: sameBytes(chosen, "over"), isRefused: sameBytes(chosen, "niet"),
      lacksReason: lacksReason)
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    let takesAll = request.form["alles"] != nil
    var choices: [InboxDecisionJourney.Choice] = []
    if takesAll {
      choices = request.form.values("voorstel").map { InboxDecisionJourney.Choice(item: $0, isAccepted: true, reason: "") }
    } else {
      for (item, choice) in request.form.fields(under: "keuze.") where ["over", "niet"].contains(choice) {
        choices.append(.init(item: item, isAccepted: sameBytes(choice, "over"), reason: request.form.trimmed("reden." + item)))
      }
    }
    guard !choices.isEmpty else { return try page(request, problems: [request.texts.say("page.inbox.nothing_chosen")]) }
    let lacking = choices.filter { $0.isAccepted && $0.reason.isEmpty && $0.item.utf8.first == UInt8(ascii: "d") }.map(\.item)
    guard lacking.isEmpty else {
      return try page(request, problems: [request.texts.say("page.inbox.reason_needed")], lacking: lacking)
    }
    let outcome = try InboxDecisionJourney.run(request.context, choices)
    if let booking = outcome.booking, outcome.gone.isEmpty { return .redirect("/boeking/\(booking)") }
    var told = [request.texts.say("page.inbox.gone", count: outcome.gone.count)]
    if let booking = outcome.booking {
      told.append(
        request.texts.say(
          "page.inbox.rest_saved", count: choices.count - outcome.gone.count, ["booking": booking.description]))
    }
    return try page(request, problems: told)
  }
}

extension InboxItem {
  /// A proposal or a disagreement, with whose cell it is about and the level there.
  var statement: (Statement, Trainee, LevelID)? {
    switch content {
    case .proposal(let statement, let trainee, let level), .disagreement(let statement, let trainee, let level):
      (statement, trainee, level)
    case .question: nil
    }
  }
  var isQuestion: Bool { statement == nil }
  var isProposal: Bool { if case .proposal = content { true } else { false } }
  /// Where a question is asked first.
  var firstPlace: SourcePlace? { if case .question(_, _, let places, _) = content { places.first } else { nil } }
}

extension PageRequest {
  /// Where a form says something: its file, without the folders of the server, and line; empty when no form said it.
  func place(_ place: SourcePlace?) -> String {
    guard let place else { return "" }
    let file = place.file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let line = place.line else { return file }
    return texts.say("page.inbox.place", ["file": file, "line": "\(line)"])
  }

  /// What a question asks, as a sentence.
  func sentence(of item: InboxItem) -> String {
    guard case .question(let question, let sender, _, let participant) = item.content else { return "" }
    return texts.say(
      "page.inbox.asks." + question.key.subject.rawValue, count: question.askers.count,
      ["written": question.key.written, "sender": sender, "participant": participant])
  }
}
