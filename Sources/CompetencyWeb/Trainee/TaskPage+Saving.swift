internal import CompetencyCore
internal import Journeys
internal import Wording

extension TaskPage {
  /// Keeps a level that somebody saw, or says.
  static func save(_ request: PageRequest) throws -> PageAnswer {
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
  static func answer(_ request: PageRequest) throws -> PageAnswer {
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
}
