internal import CompetencyCore
internal import Journeys
internal import Wording

/// What became of what was ticked: what was kept, and what somebody else had changed meanwhile.
enum TickOutcome {
  /// The view model of `Templates/Pages/tick-done.mustache`.
  struct View: Sendable {
    struct Change: Sendable { let title, before, after: String }
    /// A task of which two people say different things: both are shown and one is chosen.
    struct Conflict: Sendable {
      let sentence: String
      let fields: HTMLFragment
      let keep, mine, code, now, word: String
    }
    let words: [String: String]
    let title, path, tickPath: String
    let saved: String?
    let changes: [Change]
    let conflicts: [Conflict]
    let hasConflicts: Bool
    let undo: HTMLFragment?
    let undoPath: String
    let next: HomePage.View.Trainee?
  }

  static func page(_ outcome: RecordJourney.Outcome, _ request: PageRequest) throws -> PageAnswer {
    let texts = request.texts
    let path = "/trainee/" + Fields.encoded(outcome.trainee.id.text)
    let scale = outcome.changes.first?.scale
    let written = outcome.changes.filter { $0.kind != .unchanged }
    let view = View(
      words: request.words, title: outcome.trainee.name.full, path: path, tickPath: path + "/afvinken",
      saved: outcome.booking.map { _ in
        texts.say("page.tick.saved", count: written.count, ["who": outcome.trainee.name.given])
      },
      changes: written.map { change in
        View.Change(
          title: change.task.title, before: request.sign(change.before, scale),
          after: change.kind == .proposal ? said(change.judgement, texts, scale) : request.sign(change.after, scale))
      },
      conflicts: outcome.conflicts.map { conflict(in: $0, request) }, hasConflicts: !outcome.conflicts.isEmpty,
      undo: outcome.booking == nil ? nil : request.formFields,
      undoPath: "/boeking/" + (outcome.booking?.description ?? "") + "/ongedaan", next: try next(after: outcome.trainee, request))
    return try request.page("tick-done", view, title: outcome.trainee.name.full, status: outcome.conflicts.isEmpty ? 200 : 409)
  }

  static func conflict(in conflict: RecordJourney.Conflict, _ request: PageRequest) -> View.Conflict {
    let texts = request.texts
    let values = ["now": request.sign(conflict.now, nil), "mine": said(conflict.said, texts, .standard)]
    return View.Conflict(
      sentence: sentence(of: conflict, request), fields: request.formFields, keep: texts.say("page.tick.keep", values),
      mine: texts.say("page.tick.mine", values), code: conflict.task.code.text, now: conflict.now.word, word: conflict.said.word)
  }

  /// What somebody else made of a task meanwhile, and what was chosen here.
  static func sentence(of conflict: RecordJourney.Conflict, _ request: PageRequest) -> String {
    let (texts, since) = (request.texts, conflict.since)
    return texts.say(
      since == nil ? "page.tick.conflict_unknown" : "page.tick.conflict",
      [
        "task": conflict.task.title, "now": request.sign(conflict.now, nil), "mine": said(conflict.said, texts, .standard),
        "who": since?.name ?? "", "time": since?.time ?? "", "date": since.map { texts.date($0.day) } ?? "",
      ])
  }

  private static func said(_ judgement: Judgement, _ texts: Texts, _ scale: MasteryScale?) -> String {
    switch judgement {
    case .level(let level): (scale ?? .standard).glyph(of: level) + " " + texts.level(level)
    case .without(let reason): texts.absence(reason)
    }
  }

  /// Whoever of the own trainees comes after this one.
  private static func next(after trainee: Trainee, _ request: PageRequest) throws -> HomePage.View.Trainee? {
    guard request.visitor?.observes ?? false else { return nil }
    let own = try MatrixJourney.own(request.context)
    guard own.count > 1, let place = own.firstIndex(where: { $0.id == trainee.id }) else { return nil }
    let next = own[(place + 1) % own.count]
    let path = "/trainee/" + Fields.encoded(next.id.text)
    return HomePage.View.Trainee(name: next.name.given, path: path, tickPath: path + "/afvinken", standing: "")
  }
}

extension PageRequest {
  /// A cell as a person reads it: its circle and its word.
  func sign(_ cell: MatrixCell, _ scale: MasteryScale?) -> String {
    if let without = cell.without { return texts.absence(without) }
    return (scale ?? .standard).glyph(of: cell.level) + " " + texts.level(cell.level)
  }
}

extension Judgement {
  /// As an assignment says it.
  var word: String {
    switch self {
    case .level(let level): level.text
    case .without(let reason): reason.rawValue
    }
  }
}
