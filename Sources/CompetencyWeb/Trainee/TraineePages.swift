internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// One trainee: where the training stands, what comes next, every task, the agreements and what was seen; and the sheet of it.
enum TraineePages {
  static let routes: [Route] = [
    .get("/trainee/{trainee}") { try page($0, of: try $0.parameter("trainee")) }.remembered,
    .get("/trainee/{trainee}/rapport.pdf") { try sheet($0) },
  ]

  /// How many entries of the history stand on the page, and how many of what was last seen and of what comes next at its top.
  private static let (mostEntries, mostSeen, mostNext) = (10, 2, 2)

  /// The page of a trainee, as the person who asks may see it; what trainees find when they sign in, too.
  static func page(_ request: PageRequest, of who: String) throws -> PageAnswer {
    let (facts, report) = try report(request, of: who)
    request.saw(report.trainee.id, "trainee")
    let texts = request.texts
    let table = TraineeTasks(report, in: facts.matrix, request)
    let (outline, entries) = (report.outline(texts), history(of: report, in: facts, request))
    let (path, isOwn) = (table.path, request.visitor?.account.id == report.trainee.id)
    let seen = entries.filter { $0.isSeen }.prefix(mostSeen)
    let reads = facts.agreementTexts[report.trainee.id] != nil || outline.agreements.isEmpty
    let view = TraineeView(
      words: request.words, name: report.trainee.name.full, training: outline.training, people: outline.people,
      status: outline.status, path: path,
      tick: isOwn ? texts.say("page.trainee.estimate") : request.visitor?.observes ?? false ? texts.say("page.home.tick") : nil,
      standing: request.standing(of: report.trainee, in: facts.matrix), inShort: outline.inShort,
      next: table.next.prefix(mostNext).map { $0 }, hasNext: !table.next.isEmpty, seen: Array(seen), hasSeen: !seen.isEmpty,
      chart: outline.chart, busy: table.busy, hasBusy: !table.busy.isEmpty, groups: table.groups,
      agreements: outline.agreements.map {
        TraineeView.Agreement(text: $0.text, owner: $0.owner, due: $0.due, isOverdue: $0.isOverdue)
      }, hasAgreements: !outline.agreements.isEmpty,
      agreementsPath: reads && request.takesPart ? "/afspraken?bij=" + Fields.encoded(report.trainee.id.text) : nil,
      nextConversation: outline.nextConversation, preparePath: preparePath(of: report.trainee, in: facts.matrix, request),
      ownViews: (facts.ownViews[report.trainee.id] ?? []).map {
        TraineeView.OwnView(day: texts.date($0.day), text: $0.words)
      }, hasOwnViews: !(facts.ownViews[report.trainee.id] ?? []).isEmpty,
      history: Array(entries.prefix(mostEntries)), hasHistory: !entries.isEmpty,
      isOwn: isOwn, takesPart: request.takesPart)
    return try request.page("trainee", view, title: report.trainee.name.full, section: isOwn ? "/" : "/team")
      .about([report.trainee])
  }

  private static func preparePath(of trainee: Trainee, in matrix: CompetencyMatrix, _ request: PageRequest) -> String? {
    guard let own = request.visitor?.account.id, [trainee.id, trainee.mentor, trainee.lineManager].contains(own),
      let next = matrix.knowledge.conversations(with: trainee.id).first(where: { $0.state == .planned })
    else { return nil }
    return "/gesprek/\(next.id)/voorbereiden"
  }

  private static func sheet(_ request: PageRequest) throws -> PageAnswer {
    let (facts, report) = try report(request, of: try request.parameter("trainee"))
    request.saw(report.trainee.id, "sheet")
    let page = try report.html(
      request.texts, folders: request.site.settings.folders,
      origin: ReportOrigin(madeBy: facts.madeBy, seal: try ReportJourney.seal(request.context)), isPaper: true)
    let name = ReportFileNames.unique([(report.trainee.name.full, report.trainee.id.text)])[0] + "_" + report.asOf.iso
    return try request.printed(page, on: report.asOf, name: name + ".pdf")
  }

  private static func report(
    _ request: PageRequest, of who: String
  ) throws -> (facts: ReportJourney.TraineeFacts, report: TraineeReport) {
    var question = MatrixJourney.Question()
    question.trainees = [who]
    let facts = try ReportJourney.trainees(request.context, question)
    guard let id = facts.trainees.first?.id,
      let report = TraineeReport(
        of: id, in: facts.matrix, agreementTexts: facts.agreementTexts[id] ?? [:], forecast: facts.forecasts[id],
        history: facts.histories[id] ?? .none)
    else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
    return (facts, report)
  }

  /// What was said of every task, newest first.
  private static func history(
    of report: TraineeReport, in facts: ReportJourney.TraineeFacts, _ request: PageRequest
  ) -> [TraineeView.Entry] {
    let lines = facts.matrix.cells(of: report.trainee.id).flatMap { cell in
      let history = CellHistory(of: cell.key, in: facts.matrix, trail: facts.trail)
      return HistoryText(history, request.texts).lines.map { (cell.key.task, $0) }
    }
    return lines.enumerated().sorted { one, other in
      one.element.1.entry.on == other.element.1.entry.on
        ? one.offset < other.offset : other.element.1.entry.on < one.element.1.entry.on
    }.map { _, line in
      TraineeView.Entry(
        day: request.texts.date(line.1.entry.on), sign: line.1.sign, title: report.company.title(of: line.0),
        path: request.path(ofTask: line.0, of: report.trainee.id), kind: line.1.kind, who: line.1.who, source: line.1.source,
        undone: line.1.entry.undone == nil ? nil : line.1.mark,
        isSeen: line.1.entry.kind == .observation && line.1.entry.undone == nil)
    }
  }
}

extension PageRequest {
  /// A page as a file of PDF to save.
  func printed(_ page: [UInt8], on day: CalendarDate, name: String) throws(Refusal) -> PageAnswer {
    let bytes = try PDFPrinter(searchPath: site.settings.searchPath, day: day).print([page])[0]
    return .file(bytes, type: "application/pdf", name: name)
  }

  /// Where a task of a trainee is shown.
  func path(ofTask task: TaskCode, of trainee: TraineeID) -> String {
    "/trainee/" + Fields.encoded(trainee.text) + "/taak/" + Fields.encoded(task.text)
  }

  /// Whether the visitor takes part in conversations and keeps agreements.
  var takesPart: Bool { visitor.map { $0.observes || $0.has(.student) } ?? false }
}

extension Company {
  /// What people call a task; its code when it has no title.
  func title(of task: TaskCode) -> String { tasks[task].flatMap { $0.title.isEmpty ? nil : $0.title } ?? task.text }
}
