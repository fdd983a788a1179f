internal import CompetencyCore
internal import Journeys
internal import Wording

/// The log: what was saved, by whom and when, newest first; each booking can be opened and undone.
enum LogPage {
  static let routes: [Route] = [.get("/beheer/logboek") { try show($0) }]

  /// How many bookings stand on one page.
  private static let most = 50

  /// The view model of `Templates/Pages/log.mustache`.
  struct View: Sendable {
    struct Entry: Sendable { let path, number, when, who, what: String }
    let words: [String: String]
    let title: String
    let entries: [Entry]
    let hasEntries: Bool
    let newer, older: String?
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let from = max(0, min(Int(request.query["vanaf"] ?? "") ?? 0, 100_000_000)) / most * most
    let entries = try LogJourney.run(request.context, atMost: from + most + 1)
    let texts = request.texts
    let title = texts.say("page.log_title")
    let shown = entries.dropFirst(from).prefix(most).map { entry in
      let what = texts.say(
        "cli.log." + entry.booking.kind.rawValue, count: entry.count, ["booking": entry.booking.undoes?.description ?? ""])
      let about = entry.trainees.isEmpty ? "" : " (" + texts.list(entry.trainees) + ")"
      return View.Entry(
        path: "/boeking/\(entry.booking.number)", number: entry.booking.number.description,
        when: texts.date(entry.day) + " " + entry.time,
        who: entry.actorName ?? texts.say("cli.log.account", ["account": entry.booking.account]),
        what: what + about + (entry.isLive ? "" : " " + texts.say("cli.log.undone")))
    }
    let view = View(
      words: request.words, title: title, entries: shown, hasEntries: !shown.isEmpty,
      newer: from > 0 ? "/beheer/logboek?vanaf=\(from - most)" : nil,
      older: entries.count > from + most ? "/beheer/logboek?vanaf=\(from + most)" : nil)
    return try request.page("log", view, title: title, section: "/beheer")
  }
}
