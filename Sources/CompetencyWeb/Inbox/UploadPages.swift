internal import CompetencyCore
internal import Journeys
internal import Wording

/// School forms that are sent by a browser: first what they would change, then reading them in as one booking.
enum UploadPages {
  static let routes: [Route] = [
    .get("/postvak/inlezen") { try show($0) },
    .post("/postvak/inlezen", largestBody: (32 << 20) + (256 << 10)) { try plan($0) },
    .post("/postvak/inlezen/{pile}") { try apply($0) },
  ]

  /// How many lines of a plan are shown.
  private static let mostLines = 500

  /// The view model of `Templates/Pages/upload.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let fields: HTMLFragment
    let title: String
    let problem: String?
  }

  /// The view model of `Templates/Pages/upload-plan.mustache`.
  struct PlanView: Sendable {
    struct Form: Sendable {
      let heading: String
      var lines: [String]
    }
    let words: [String: String]
    let fields: HTMLFragment
    let title, summary: String
    let counts, problems: [String]
    let hasProblems: Bool
    let forms: [Form]
    let hasForms: Bool
    let more: String?
    /// The letter to the school; nil when there is nothing for it to mend.
    let letter: String?
    /// Where reading in goes; nil when there is nothing to read in.
    let path: String?
    let button: String
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    try ImportJourney.require(request.context)
    return try form(request, problem: nil)
  }

  private static func form(_ request: PageRequest, problem: String?) throws -> PageAnswer {
    let title = request.texts.say("page.upload_title")
    let view = View(words: request.words, fields: request.formFields, title: title, problem: problem)
    return try request.page("upload", view, title: title, status: problem == nil ? 200 : 422)
  }

  private static func plan(_ request: PageRequest) throws -> PageAnswer {
    try ImportJourney.require(request.context)
    guard let person = request.visitor?.account.id, !request.files.isEmpty else {
      return try form(request, problem: request.texts.say("page.upload.none"))
    }
    do {
      let outcome = try run(request.files, request.rehearsal, request)
      if outcome.messageCount == 0 { return try page(outcome.problems, request) }
      let pile = outcome.plan.isEmpty ? nil : request.site.uploads.put(request.files, of: person, at: request.now)
      return try page(of: outcome, pile: pile, request)
    } catch let refusal as Refusal where refusal.problems.contains(where: { $0.place != nil }) {
      return try page(refusal.problems, request)
    }
  }

  private static func run(_ files: [SentFile], _ context: JourneyContext, _ request: PageRequest) throws -> ImportJourney.Outcome
  {
    try ImportJourney.run(
      context, files: files.map { ImportJourney.File(name: $0.name, bytes: $0.bytes) },
      dialects: try request.site.settings.dialects(), keepGoing: true)
  }

  private static func apply(_ request: PageRequest) throws -> PageAnswer {
    try ImportJourney.require(request.context)
    let key = try request.parameter("pile")
    guard let person = request.visitor?.account.id,
      let files = request.site.uploads.files(key, of: person, at: request.now)
    else { return try form(request, problem: request.texts.say("page.upload.gone")) }
    let outcome = try run(files, request.context, request)
    request.site.uploads.drop(key)
    guard let booking = outcome.booking else { return try page(of: outcome, pile: nil, request) }
    return .redirect("/boeking/\(booking)")
  }

  /// All files were refused.
  private static func page(_ problems: [Problem], _ request: PageRequest) throws -> PageAnswer {
    let texts = request.texts
    let view = PlanView(
      words: request.words, fields: request.formFields, title: texts.say("page.upload.plan"),
      summary: texts.say("page.upload.all_refused"), counts: [], problems: problems.map { texts.located($0) }, hasProblems: true,
      forms: [], hasForms: false, more: nil, letter: SchoolLetter(about: problems)?.text(texts), path: nil, button: "")
    return try request.page("upload-plan", view, title: view.title, status: 422)
  }

  private static func page(of outcome: ImportJourney.Outcome, pile: String?, _ request: PageRequest) throws -> PageAnswer {
    let (texts, plan, counts) = (request.texts, outcome.plan, outcome.plan.counts)
    let hasErrors = outcome.problems.contains { $0.severity == .error }
    let told: [(String, Int)] = [
      ("observations", counts.observations), ("proposals", counts.proposals), ("agreements", counts.agreements),
      ("replaced", counts.replaced), ("already_known", counts.alreadyKnown), ("disagreements", counts.disagreements),
      ("questions", counts.questions),
    ]
    let view = PlanView(
      words: request.words, fields: request.formFields, title: texts.say("page.upload.plan"),
      summary: plan.isEmpty
        ? texts.say("cli.import.nothing_new", count: outcome.messageCount)
        : texts.say("cli.import.would", count: plan.formCount),
      counts: plan.isEmpty ? [] : told.filter { $0.1 != 0 }.map { texts.say("cli.import.count." + $0.0, count: $0.1) },
      problems: outcome.problems.map { texts.located($0) }, hasProblems: !outcome.problems.isEmpty,
      forms: forms(of: plan.lines.prefix(mostLines), outcome.company, request), hasForms: !plan.lines.isEmpty,
      more: plan.lines.count > mostLines
        ? texts.say("page.upload.more", ["count": "\(plan.lines.count - mostLines)"]) : nil,
      letter: SchoolLetter(about: outcome.problems)?.text(texts), path: pile.map { "/postvak/inlezen/" + $0 },
      button: texts.say(hasErrors ? "page.upload.apply_good" : "page.upload.apply"))
    return try request.page("upload-plan", view, title: view.title)
  }

  /// The lines by form, as the command line tells them.
  private static func forms(
    of lines: some Sequence<PlannedLine>, _ company: Company, _ request: PageRequest
  ) -> [PlanView.Form] {
    let (texts, scale) = (request.texts, company.scale)
    var forms: [PlanView.Form] = []
    for line in lines {
      let who = line.trainee.flatMap { company.trainees[$0]?.name.full } ?? line.displayName
      let heading = line.place.file + " · " + who
      let said =
        switch line.says {
        case .level(let level): scale.glyph(of: level) + " " + texts.level(level)
        case .without(let reason): texts.absence(reason)
        case nil: "?"
        }
      let sentence = texts.say(
        "cli.import.line." + line.effect(on: scale),
        [
          "line": line.place.line.map(String.init) ?? "-", "task": (line.task ?? line.taskWritten).text,
          "title": line.task.flatMap { company.tasks[$0]?.title } ?? "", "before": line.before.map { scale.glyph(of: $0) } ?? "?",
          "after": line.after.map { scale.glyph(of: $0) } ?? "?", "said": said, "role": texts.role(line.role),
        ])
      if let last = forms.last, sameBytes(last.heading, heading) {
        forms[forms.count - 1].lines.append(sentence)
      } else {
        forms.append(PlanView.Form(heading: heading, lines: [sentence]))
      }
    }
    return forms
  }
}
