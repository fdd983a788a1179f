internal import CompetencyCore
internal import Journeys
internal import Wording

/// One cell as somebody can say something of it: the choices, and what others said that waits for an answer.
struct TaskForm {
  let trainee: Trainee?
  let task: WorkTask?
  let cell: MatrixCell
  let scale: MasteryScale
  let title, traineePath, path: String
  private let key: CellKey
  private let request: PageRequest

  init(_ outcome: HistoryJourney.Outcome, _ request: PageRequest) {
    let company = outcome.view.matrix.knowledge.company
    (key, self.request, scale) = (outcome.key, request, company.scale)
    (trainee, task) = (company.trainees[key.trainee], company.tasks[key.task])
    cell = outcome.view.matrix.cell(key.trainee, key.task)
    title = company.title(of: key.task)
    traineePath = "/trainee/" + Fields.encoded(key.trainee.text)
    path = request.path(ofTask: key.task, of: key.trainee)
  }

  /// Whether the trainee says it of oneself, which proposes.
  var isOwn: Bool { request.visitor?.account.id == key.trainee }
  /// Whether the visitor says something of work.
  var records: Bool { isOwn || request.visitor?.observes ?? false }

  /// Whether somebody must say to have seen it: a safety task that would be mastered.
  func mustBeSeen(_ word: String) -> Bool {
    guard !isOwn, task?.isSafety ?? false, let level = LevelID(word) else { return false }
    return (scale.rank(of: level) ?? 0) >= scale.masteredRank
  }

  /// What each level means, in one sentence of what can be seen.
  var meanings: [TaskView.Meaning] {
    scale.levels.map { level in
      TaskView.Meaning(sign: level.glyph, name: request.texts.level(level.id), text: request.texts.meaning(of: level.id))
    }
  }

  /// The choices, with what is so now chosen, or what was chosen before a problem.
  func choices(isAgain: Bool) -> HTMLFragment {
    let chosen = isAgain ? request.form["niveau"] ?? cell.word : cell.word
    var all = scale.levels.map { ($0.id.text, $0.glyph, request.texts.level($0.id)) }
    if !isOwn {
      all += [AbsenceReason.kan_hier_niet, .niet_van_toepassing].map { ($0.rawValue, "–", request.texts.absence($0)) }
    }
    var html = HTMLBuilder()
    for (place, (word, sign, name)) in all.enumerated() {
      var attributes = [
        HTMLAttribute("type", "radio"), HTMLAttribute("name", "niveau"), HTMLAttribute("id", "n\(place)"),
        HTMLAttribute("value", word),
      ]
      if sameBytes(chosen, word) { attributes.append(HTMLAttribute("checked", "")) }
      html.shape("input", attributes)
      html.element("label", [HTMLAttribute("for", "n\(place)")]) { html in
        html.element("span", [.class("sign"), .hidden], text: sign)
        html.text(name)
      }
      html.newline()
    }
    return html.fragment
  }

  /// What waits for an answer in a cell; nothing for who may not answer.
  static func waiting(of key: CellKey, _ request: PageRequest) throws -> [InboxItem] {
    guard request.visitor?.observes ?? false else { return [] }
    return try InboxJourney.list(request.context).items.filter { item in
      switch item.content {
      case .proposal(let statement, _, _), .disagreement(let statement, _, _): statement.cell == key
      case .question: false
      }
    }
  }

  /// The same in words; `problem` stands at the one that was answered.
  func waiting(problem: String?) throws -> [TaskView.Waiting] {
    guard !cell.proposals.isEmpty || !cell.disagreements.isEmpty else { return [] }
    let texts = request.texts
    return try Self.waiting(of: key, request).compactMap { item in
      let (statement, lowers): (Statement, Bool)
      switch item.content {
      case .proposal(let said, _, _): (statement, lowers) = (said, false)
      case .disagreement(let said, _, _): (statement, lowers) = (said, true)
      case .question: return nil
      }
      let said = statement.level.map { scale.glyph(of: $0) + " " + texts.level($0) } ?? ""
      let now = request.sign(cell, scale)
      let who = statement.role == .student ? trainee?.name.given ?? "" : texts.role(statement.role)
      let isAnswered = request.form["voorstel"].map { sameBytes($0, item.id) } ?? false
      return TaskView.Waiting(
        sentence: texts.say("page.task.says", ["level": said, "date": texts.fullDate(statement.seenOn)]), id: item.id,
        take: texts.say(lowers ? "page.task.lower" : "page.task.take", ["level": said]),
        leave: texts.say("page.tick.keep", ["now": now]), who: who, fields: request.formFields, lowers: lowers,
        reason: isAnswered ? request.form["waarom"] ?? "" : "", problem: isAnswered ? problem : nil)
    }
  }
}
