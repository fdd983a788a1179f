internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// One task of one trainee: what the levels mean, all that was said of it, saying something of it, and answering others.
enum TaskPage {
  static let routes: [Route] = [
    .get("/trainee/{trainee}/taak/{task}") { try show($0) },
    .post("/trainee/{trainee}/taak/{task}") { try save($0) },
    .post("/trainee/{trainee}/taak/{task}/antwoord") { try answer($0) },
  ]

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let outcome = try history(request)
    request.saw(outcome.key.trainee, "task")
    return try page(outcome, request)
  }

  static func history(_ request: PageRequest) throws -> HistoryJourney.Outcome {
    try HistoryJourney.run(
      request.context, who: try request.parameter("trainee"), task: try request.parameter("task"), MatrixJourney.Question())
  }

  /// What stands in the way of saving, at the field that it is about.
  struct Problems {
    var day, reason, seen, answer: String?
    var others: [String] = []
    var all: [String] { others + [day, reason, seen, answer].compactMap { $0 } }
  }

  /// The page with what was just done, or with what stands in the way of it.
  static func page(
    _ outcome: HistoryJourney.Outcome, _ request: PageRequest, problems: Problems = Problems(), done: String? = nil,
    booking: BookingNumber? = nil, status: Int = 200
  ) throws -> PageAnswer {
    let form = TaskForm(outcome, request)
    let matrix = outcome.view.matrix
    let lines = HistoryText(
      CellHistory(of: outcome.key, in: matrix, trail: outcome.trail, notes: outcome.notes, reasons: outcome.reasons),
      request.texts
    ).lines
    let isAgain = !problems.all.isEmpty
    let view = TaskView(
      words: request.words, title: form.title, name: form.trainee?.name.full ?? "", traineePath: form.traineePath,
      path: form.path, now: request.words(of: form.cell, form.scale), group: form.task?.group ?? "",
      isSafety: form.task?.isSafety ?? false, done: done, undo: booking == nil ? nil : request.formFields,
      undoPath: "/boeking/" + (booking?.description ?? "") + "/ongedaan", problems: problems.all, hasProblems: isAgain,
      meanings: form.meanings, waiting: try form.waiting(problem: problems.answer), fields: request.formFields,
      records: form.records, was: form.cell.word, choices: form.choices(isAgain: isAgain), isOwn: form.isOwn,
      observes: form.records && !form.isOwn, today: matrix.asOf.iso,
      day: isAgain ? request.form["dag"] ?? "" : matrix.asOf.iso, note: isAgain ? request.form["opmerking"] ?? "" : "",
      reason: isAgain ? request.form["reden"] ?? "" : "", dayProblem: problems.day, reasonProblem: problems.reason,
      seenProblem: problems.seen, isSeen: isAgain && request.form["gezien"] != nil,
      save: request.texts.say(form.isOwn ? "page.tick.propose" : "page.save"),
      history: lines.map { line in
        TaskView.Entry(
          day: request.texts.fullDate(line.entry.on), sign: line.sign, kind: line.kind, who: line.who, source: line.source,
          booked: line.booked, mark: line.mark, note: line.entry.note, isUndone: line.entry.undone != nil)
      }, hasHistory: !lines.isEmpty)
    return try request.page("task", view, title: form.title, section: form.isOwn ? "/" : "/team", status: status)
  }
}
