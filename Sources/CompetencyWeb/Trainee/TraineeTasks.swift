internal import CompetencyCore
internal import ProgressReports
internal import Wording

/// The tasks of one trainee as the page shows them: what is being learned, what comes next, and all by group.
struct TraineeTasks {
  let path: String
  private let report: TraineeReport
  private let matrix: CompetencyMatrix
  private let request: PageRequest

  init(_ report: TraineeReport, in matrix: CompetencyMatrix, _ request: PageRequest) {
    (self.report, self.matrix, self.request) = (report, matrix, request)
    path = "/trainee/" + Fields.encoded(report.trainee.id.text)
  }

  private var scale: MasteryScale { report.company.scale }
  private var stops: [CompetencyCore.Route.Stop] { report.route?.stops ?? [] }

  /// What is taught but not mastered, and what the trainee or the school says of it.
  var busy: [TraineeView.Task] {
    report.inProgress.map { item in
      line(
        item.task, when: item.day.map { request.texts.say("page.trainee.since", ["date": request.texts.dayAndMonth($0)]) } ?? "")
    }
  }

  /// What is not begun yet, that is planned first.
  var next: [TraineeView.Task] {
    let open = stops.filter { stop in
      !stop.isReached && (scale.rank(of: stop.level) ?? 0) < scale.taughtRank
        && matrix.cell(report.trainee.id, stop.planned.task).without == nil
    }
    return open.enumerated().sorted { one, other in
      let (first, second) = (one.element.planned.week ?? .max, other.element.planned.week ?? .max)
      return first != second ? first < second : one.offset < other.offset
    }.map { _, stop in
      let end = stop.planned.week.map(report.trainee.end(ofWeek:))
      return line(stop.planned.task, when: end.map { request.texts.week(of: $0, readOn: report.asOf) } ?? "")
    }
  }

  private func line(_ task: TaskCode, when: String) -> TraineeView.Task {
    let cell = matrix.cell(report.trainee.id, task)
    let says = cell.proposals.compactMap { statement -> String? in
      guard statement.role == .student, let level = statement.level else { return nil }
      let texts = request.texts
      let values = ["who": report.trainee.name.given, "level": scale.glyph(of: level) + " " + texts.level(level)]
      return texts.say("page.tick.proposed", values)
    }
    return TraineeView.Task(
      title: report.company.title(of: task), path: request.path(ofTask: task, of: report.trainee.id),
      sign: scale.glyph(of: cell.level), when: when, says: says.first)
  }

  /// Every task of the profile and beside it, in the groups of the profile; what is being learned stands open.
  var groups: HTMLFragment {
    let planned = stops.map(\.planned.task)
    let beside = matrix.cells(of: report.trainee.id).map(\.key.task).filter { task in !planned.contains(task) }
    var groups: [(title: String, tasks: [TaskCode])] = []
    for task in planned + beside {
      let title = report.company.tasks[task]?.group ?? ""
      if let place = groups.firstIndex(where: { sameBytes($0.title, title) }) {
        groups[place].tasks.append(task)
      } else {
        groups.append((title, [task]))
      }
    }
    var html = HTMLBuilder()
    for group in groups { write(group.title, group.tasks, in: &html) }
    return html.fragment
  }

  private func write(_ title: String, _ tasks: [TaskCode], in html: inout HTMLBuilder) {
    let cells = tasks.map { matrix.cell(report.trainee.id, $0) }
    let mastered = cells.count { (scale.rank(of: $0.level) ?? 0) >= scale.masteredRank }
    html.element("details", [.class("group")]) { html in
      html.element("summary") { html in
        html.element("b", text: title.isEmpty ? request.texts.say("page.trainee.no_group") : title)
        html.text(" ")
        html.element(
          "span",
          text: request.texts.say("page.trainee.group_count", ["count": "\(mastered)", "total": "\(cells.count)"]))
      }
      html.element("ul", [.class("changes")]) { html in
        for cell in cells {
          html.element("li") { html in
            html.element(
              "a", [HTMLAttribute("href", request.path(ofTask: cell.key.task, of: report.trainee.id))],
              text: report.company.title(of: cell.key.task))
            html.text(" ")
            html.element("span", text: request.words(of: cell, scale))
          }
          html.newline()
        }
      }
    }
    html.newline()
  }
}

extension PageRequest {
  /// A cell with its circle and all that its signs say, in words.
  func words(of cell: MatrixCell, _ scale: MasteryScale) -> String {
    var words = [sign(cell, scale)]
    if cell.isStale { words.append(texts.say("matrix.stale")) }
    if !cell.proposals.isEmpty || !cell.disagreements.isEmpty { words.append(texts.say("matrix.open")) }
    return words.joined(separator: ", ")
  }
}
