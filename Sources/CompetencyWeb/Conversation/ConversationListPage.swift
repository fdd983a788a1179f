internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// The conversations of those with whom one talks: what goes on, what comes, and what was.
enum ConversationListPage {
  static let routes: [Route] = [.get("/gesprekken") { try show($0) }.remembered]

  /// The view model of `Templates/Pages/conversations.mustache`.
  struct View: Sendable {
    struct Row: Sendable {
      let who, when, path: String
      /// Whether there is a page of it: what a school tells of has none.
      let hasPage: Bool
    }
    struct Group: Sendable {
      let title: String
      let rows: [Row]
    }
    let words: [String: String]
    let title: String
    let groups: [Group]
    let hasGroups: Bool
  }

  /// How many of those that were stand on the page.
  private static let most = 100

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let texts = request.texts
    let (rows, _) = try ShowConversationJourney.list(request.context, who: nil)
    func group(_ key: String, _ rows: [ShowConversationJourney.Row]) -> View.Group? {
      rows.isEmpty ? nil : View.Group(title: texts.say("page.conversations." + key), rows: rows.map { row($0, request) })
    }
    let groups = [
      group("now", rows.filter { $0.isGoingOn }), group("coming", rows.filter { $0.isComing }),
      group("held", rows.filter { !$0.isGoingOn && !$0.isComing }.reversed().prefix(most).map { $0 }),
    ].compactMap { $0 }
    let title = texts.say("page.conversations.title")
    let view = View(words: request.words, title: title, groups: groups, hasGroups: !groups.isEmpty)
    return try request.page("conversations", view, title: title)
  }

  static func row(_ row: ShowConversationJourney.Row, _ request: PageRequest) -> View.Row {
    let texts = request.texts
    let isOwn = request.visitor?.account.id == row.trainee.id
    let time = row.isComing ? row.conversation?.plan.time.map { ", " + $0.description } ?? "" : ""
    let path = row.conversation.flatMap { request.path(opening: $0, with: row.trainee) }
    return View.Row(
      who: (isOwn ? row.by : row.trainee.name.full) + ", " + texts.kind(row.kind), when: texts.fullDate(row.day) + time,
      path: path ?? "", hasPage: path != nil)
  }
}

extension ShowConversationJourney.Row {
  /// Whether it has begun and nothing closed it.
  var isGoingOn: Bool { if case .started = conversation?.state { true } else { false } }

  /// Whether it is still to come.
  var isComing: Bool { conversation?.state == .planned }
}

extension PageRequest {
  /// Where the visitor opens a conversation: what comes is begun by who holds it and prepared by the trainee, what was is
  /// read. Nil where there is no page for the visitor: who leads the team knows that there is a conversation, but its steps
  /// are of who takes part in it.
  func path(opening conversation: Conversation, with trainee: Trainee) -> String? {
    let own = visitor?.account.id
    let isTrainee = own == trainee.id
    let takesPart = isTrainee || own == trainee.mentor || own == conversation.plan.holder
    guard takesPart || conversation.heldOn != nil else { return nil }
    let page =
      switch conversation.state {
      case .planned: isTrainee ? "voorbereiden" : "stap/1"
      case .started where !isTrainee: "stap/1"
      default: "verslag"
      }
    return "/gesprek/\(conversation.id)/" + page
  }
}
