internal import CompetencyCore
internal import Journeys
internal import Wording

/// The agreements that somebody may read, in four columns.
struct AgreementBoard {
  /// The view model of `Templates/Pages/agreements.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let title: String
    let done: String?
    let undo: HTMLFragment?
    let undoPath: String
    let problem: String?
    let myTurn: String
    /// Whether only those of one person are shown.
    let isChosen: Bool
    let owners, people: [Choice]
    let columns: [Column]
  }
  struct Column: Sendable {
    let title: String
    let isLate: Bool
    let cards: [Card]
    let hasCards: Bool
    let more: String?
  }
  struct Card: Sendable {
    let text, who, owner, due, path: String
    let late, moved: String?
    /// The fields of the form that says it was kept; nil when it may not be, because it was closed.
    let fields: HTMLFragment?
  }

  /// How many of those that were kept are shown.
  private static let mostDone = 10

  let columns: [Column]
  let owners, people: [Choice]
  /// How many of the open ones are for the visitor to keep.
  let myTurn: Int

  init(_ all: [AgreementJourney.Row], today: CalendarDate, _ request: PageRequest) {
    let me = request.visitor?.account.id
    let owner = { (row: AgreementJourney.Row) in row.agreement.owner.person(of: row.trainee) }
    let (of, by) = (request.query["bij"] ?? "", request.query["van"] ?? "")
    let rows = all.filter { row in
      (of.isEmpty || sameBytes(row.trainee.id.text, of)) && (by.isEmpty || owner(row).map { sameBytes($0.text, by) } ?? false)
    }
    myTurn = all.count { $0.agreement.isOpen && owner($0) == me }
    owners = Choice.byName(all.compactMap { row in owner(row).map { ($0.text, request.owner(of: row)) } }, chosen: by)
    people = Choice.byName(all.map { ($0.trainee.id.text, $0.trainee.name.full) }, chosen: of)

    let sunday = today.adding(days: 7 - today.weekday)
    let open = rows.filter(\.agreement.isOpen).sorted {
      ($0.agreement.dueOn ?? .last, $0.agreement.id) < ($1.agreement.dueOn ?? .last, $1.agreement.id)
    }
    let done = rows.compactMap { row -> (AgreementJourney.Row, CalendarDate)? in
      if case .done(let day) = row.agreement.status { (row, day) } else { nil }
    }.sorted { $1.1 < $0.1 }.map(\.0)
    let late = open.filter { $0.agreement.isOverdue(on: today) }
    let isLater = { (row: AgreementJourney.Row) in row.agreement.dueOn.map { $0 > sunday } ?? true }
    columns = [
      Self.column("late", late, today, request),
      Self.column("week", open.dropFirst(late.count).filter { !isLater($0) }, today, request),
      Self.column("later", open.filter(isLater), today, request), Self.column("done", done, today, request),
    ]
  }

  private static func column(
    _ key: String, _ rows: [AgreementJourney.Row], _ today: CalendarDate, _ request: PageRequest
  ) -> Column {
    let shown = key == "done" ? Array(rows.prefix(mostDone)) : rows
    let more = rows.count - shown.count
    return Column(
      title: request.texts.say("page.agreement." + key, ["count": "\(rows.count)"]), isLate: key == "late",
      cards: shown.map { card($0, today, request) }, hasCards: !rows.isEmpty,
      more: more > 0 ? request.texts.say("report.and_more", count: more) : nil)
  }

  private static func card(_ row: AgreementJourney.Row, _ today: CalendarDate, _ request: PageRequest) -> Card {
    let (texts, agreement) = (request.texts, row.agreement)
    let lateBy = agreement.isOverdue(on: today) ? agreement.dueOn.map { today.dayNumber - $0.dayNumber } : nil
    return Card(
      text: row.words.isEmpty ? texts.say("page.agreement.no_words") : row.words, who: row.trainee.name.full,
      owner: request.owner(of: row),
      due: agreement.status.closedOn.map(texts.date) ?? agreement.dueOn.map(texts.fullDate) ?? texts.say("report.no_day"),
      path: request.path(of: row), late: lateBy.map { texts.say("page.agreement.late_days", count: $0) },
      moved: agreement.isOpen && agreement.timesMoved > 0
        ? texts.say("page.agreement.moved_times", count: agreement.timesMoved) : nil,
      fields: agreement.isOpen ? request.formFields : nil)
  }
}
