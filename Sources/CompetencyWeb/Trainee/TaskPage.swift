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

  private static func history(_ request: PageRequest) throws -> HistoryJourney.Outcome {
    try HistoryJourney.run(
      request.context, who: try request.parameter("trainee"), task: try request.parameter("task"), MatrixJourney.Question())
  }

  /// What stands in the way of saving, at the field that it is about.
  struct Problems {
    var day, reason, seen, answer: String?
    var others: [String] = []
    var all: [String] { others + [day, reason, seen, answer].compactMap { $0 } }
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    let outcome = try history(request)
    let form = TaskForm(outcome, request)
    guard let word = request.form["niveau"] else { return try page(outcome, request) }
    var problems = Problems()
    let typed = request.form["dag"] ?? ""
    let day = CalendarDate(typed: typed)
    if day == nil && !typed.isEmpty { problems.day = request.texts.say("page.task.day_unknown") }
    if form.mustBeSeen(word) && request.form["gezien"] == nil {
      let values = ["task": form.title, "who": form.trainee?.name.given ?? ""]
      problems.seen = request.texts.say("page.tick.safety", values)
    }
    guard problems.all.isEmpty else { return try page(outcome, request, problems: problems, status: 422) }
    let assignment = RecordJourney.Assignment(task: outcome.key.task, word: word, shown: request.form["was"] ?? "")
    do {
      let saved = try RecordJourney.run(
        request.context, who: outcome.key.trainee.text, assignments: [assignment], on: day,
        note: request.form["opmerking"] ?? "", reason: request.form["reden"] ?? "")
      if let conflict = saved.conflicts.first {
        problems.others = [TickOutcome.sentence(of: conflict, request)]
        return try page(try history(request), request, problems: problems, status: 409)
      }
      let done = saved.booking == nil ? "page.tick.saved.none" : "page.task.saved"
      return try page(try history(request), request, done: request.texts.say(done), booking: saved.booking)
    } catch let refusal as Refusal where refusal.status == .usage {
      for problem in refusal.problems {
        switch problem.code {
        case .reason_needed: problems.reason = request.texts.say("page.tick.lower", ["task": form.title])
        case .date_in_future: problems.day = request.texts.say("page.task.day_ahead")
        default: problems.others.append(request.texts.located(problem))
        }
      }
      return try page(outcome, request, problems: problems, status: 422)
    }
  }

  /// Takes over what somebody says of the task, or leaves the level where it is.
  private static func answer(_ request: PageRequest) throws -> PageAnswer {
    let outcome = try history(request)
    let id = request.form["voorstel"] ?? ""
    guard try TaskForm.waiting(of: outcome.key, request).contains(where: { sameBytes($0.id, id) }) else {
      let problems = Problems(others: [request.texts.say("page.task.answered")])
      return try page(outcome, request, problems: problems, status: 409)
    }
    let isTaken = request.form["keuze"].map { sameBytes($0, "neem") } ?? false
    let reason = request.form["waarom"] ?? ""
    do {
      let done =
        isTaken
        ? try InboxJourney.accept(request.context, id, on: nil, reason: reason)
        : try InboxJourney.refuse(request.context, id, reason: reason)
      let key = isTaken ? "page.task.taken" : "page.task.left"
      return try page(try history(request), request, done: request.texts.say(key), booking: done.booking)
    } catch let refusal as Refusal where refusal.status == .usage {
      var problems = Problems()
      for problem in refusal.problems {
        if problem.code == .reason_needed {
          problems.answer = request.texts.say("page.tick.lower", ["task": TaskForm(outcome, request).title])
        } else {
          problems.others.append(request.texts.located(problem))
        }
      }
      return try page(outcome, request, problems: problems, status: 422)
    }
  }

  private static func page(
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

/// The view model of `Templates/Pages/task.mustache`.
struct TaskView: Sendable {
  struct Meaning: Sendable {
    let sign, name: String
    let text: String?
  }
  struct Waiting: Sendable {
    let sentence, id, take, leave, who: String
    let fields: HTMLFragment
    /// Whether taking it over lowers the level, which needs a reason.
    let lowers: Bool
    let reason: String
    let problem: String?
  }
  struct Entry: Sendable {
    let day, sign, kind, who, source: String
    let booked, mark, note: String?
    let isUndone: Bool
  }

  let words: [String: String]
  let title, name, traineePath, path, now, group: String
  let isSafety: Bool
  let done: String?
  let undo: HTMLFragment?
  let undoPath: String
  let problems: [String]
  let hasProblems: Bool
  let meanings: [Meaning]
  let waiting: [Waiting]
  let fields: HTMLFragment
  let records: Bool
  let was: String
  let choices: HTMLFragment
  let isOwn, observes: Bool
  let today, day, note, reason: String
  let dayProblem, reasonProblem, seenProblem: String?
  let isSeen: Bool
  let save: String
  let history: [Entry]
  let hasHistory: Bool
}
