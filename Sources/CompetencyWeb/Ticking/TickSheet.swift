internal import CompetencyCore
internal import Journeys
internal import Wording

/// The tasks of one trainee as they can be ticked.
struct TickSheet {
  let trainee: Trainee
  let matrix: CompetencyMatrix
  /// Whether the trainee ticks for oneself, which proposes.
  let isOwn: Bool
  /// Every task of the trainee, as the route plans them.
  let tasks: [WorkTask]
  /// What is likely to be ticked next: what one is busy with, then what is planned first.
  let next: [WorkTask]
  private let scale: MasteryScale

  init(_ request: PageRequest) throws {
    var question = MatrixJourney.Question()
    question.trainees = [try request.parameter("trainee")]
    let view = try MatrixJourney.show(request.context, question)
    guard let trainee = view.trainees.first else { throw Refusal(.notFound, .person_not_found, values: ["who": ""]) }
    let company = view.matrix.knowledge.company
    let scale = company.scale
    let cells = view.matrix.cells(of: trainee.id)
    let planned = company.profile(of: trainee)?.tasks.map(\.task) ?? []
    let weeks = Dictionary(
      company.profile(of: trainee)?.tasks.map { ($0.task, $0.week ?? Int.max) } ?? [], uniquingKeysWith: { first, _ in first })
    let codes = planned + cells.map(\.key.task).filter { !planned.contains($0) }
    tasks = codes.compactMap { company.tasks[$0] }
    let rank = { (task: WorkTask) -> Int in
      let cell = view.matrix.cell(trainee.id, task.code)
      if !cell.proposals.isEmpty { return 0 }
      return scale.rank(of: cell.level) ?? 0 >= scale.taughtRank ? 1 : 2
    }
    next = tasks.filter { task in
      let cell = view.matrix.cell(trainee.id, task.code)
      return cell.without == nil && (scale.rank(of: cell.level) ?? 0) < scale.masteredRank
    }.enumerated().sorted { one, other in
      let (first, second) = (rank(one.element), rank(other.element))
      if first != second { return first < second }
      let (week, otherWeek) = (weeks[one.element.code] ?? .max, weeks[other.element.code] ?? .max)
      return week != otherWeek ? week < otherWeek : one.offset < other.offset
    }.map(\.element)
    (self.trainee, matrix, self.scale) = (trainee, view.matrix, scale)
    isOwn = request.visitor?.account.id == trainee.id
  }

  /// What people call a task.
  func title(of code: String) -> String { tasks.first { sameBytes($0.code.text, code) }?.title ?? code }

  /// What was chosen that is not what the form showed.
  func assignments(of form: Fields) -> [RecordJourney.Assignment] {
    let shown = Dictionary(form.fields(under: "was.").map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return form.fields(under: "taak.").compactMap { field in
      guard let task = TaskCode(field.name), let was = shown[field.name], !sameBytes(was, field.value) else { return nil }
      return RecordJourney.Assignment(task: task, word: field.value, shown: was)
    }
  }

  /// The safety tasks that would be mastered without somebody saying to have seen it.
  func safetyTasksUnseen(_ assignments: [RecordJourney.Assignment], _ form: Fields) -> [WorkTask] {
    guard !isOwn else { return [] }
    let seen = form.values("gezien")
    return assignments.compactMap { assignment in
      guard let task = tasks.first(where: { $0.code == assignment.task }), task.isSafety,
        let level = LevelID(assignment.word), scale.rank(of: level) ?? 0 >= scale.masteredRank
      else { return nil }
      return seen.contains { sameBytes($0, task.code.text) } ? nil : task
    }
  }

  /// One group of choices a task.
  func fragment(of tasks: [WorkTask], _ request: PageRequest) -> HTMLFragment {
    var html = HTMLBuilder()
    for (place, task) in tasks.enumerated() { choices(of: task, place, request, &html) }
    return html.fragment
  }

  private func choices(of task: WorkTask, _ place: Int, _ request: PageRequest, _ html: inout HTMLBuilder) {
    let texts = request.texts
    let cell = matrix.cell(trainee.id, task.code)
    let chosen = request.form["taak." + task.code.text] ?? cell.word
    html.element("fieldset", [.class("tick")]) { html in
      html.element("legend") { html in
        html.element(
          "a", [HTMLAttribute("href", "/trainee/\(Fields.encoded(trainee.id.text))/taak/\(Fields.encoded(task.code.text))")],
          text: task.title)
        if let proposal = cell.proposals.first(where: { $0.role == .student }), case .level(let level) = proposal.judgement {
          html.element("small", text: texts.say("page.tick.proposed", ["who": trainee.name.given, "level": texts.level(level)]))
        }
      }
      html.hiddenField("was." + task.code.text, request.form["was." + task.code.text] ?? cell.word)
      html.element("div", [.class("choices")]) { html in
        for level in scale.levels { choice(level, of: task, place, isChosen: sameBytes(chosen, level.id.text), texts, &html) }
      }
      if task.isSafety && !isOwn { seenBox(of: task, place, texts, &html) }
    }
    html.newline()
  }

  private func choice(
    _ level: MasteryLevel, of task: WorkTask, _ place: Int, isChosen: Bool, _ texts: Texts, _ html: inout HTMLBuilder
  ) {
    let id = "t\(place)-\(scale.rank(of: level.id) ?? 0)"
    var attributes = [
      HTMLAttribute("type", "radio"), HTMLAttribute("name", "taak." + task.code.text), HTMLAttribute("id", id),
      HTMLAttribute("value", level.id.text),
    ]
    if isChosen { attributes.append(HTMLAttribute("checked", "")) }
    html.shape("input", attributes)
    html.element("label", [HTMLAttribute("for", id)]) { html in
      html.element("span", [.class("sign"), .hidden], text: level.glyph)
      html.text(texts.level(level.id))
    }
  }

  private func seenBox(of task: WorkTask, _ place: Int, _ texts: Texts, _ html: inout HTMLBuilder) {
    html.element("label", [.class("seen")]) { html in
      html.shape(
        "input",
        [HTMLAttribute("type", "checkbox"), HTMLAttribute("name", "gezien"), HTMLAttribute("value", task.code.text)])
      html.text(texts.say("page.tick.seen_it"))
    }
  }
}
