internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// What is kept about oneself, who looked, and what one signs in with.
enum MinePages {
  static let path = "/mijn-gegevens"
  static let routes: [Route] = [
    .get(path) { try show($0) },
    .post(path + "/wachtwoord", desk: .secrets) { try changePassword($0) },
    .get(path + "/alles.pdf") { try everything($0) },
    .get(path + "/alles.json") { try everythingAsData($0) },
    .post(path + "/kijk") { try say($0) },
    .post(path + "/afmelden") { try signOutEverywhere($0) },
  ]

  /// The view model of `Templates/Pages/mine.mustache`.
  struct View: Sendable {
    struct Row: Sendable { let name, value: String }
    let words: [String: String]
    let title: String
    let done: String?
    let problems: [String]
    let hasProblems: Bool
    let oldProblem, newProblem: String?
    let rows: [Row]
    let isTrainee: Bool
    let traineePath: String
    let looks: [Row]
    let hasLooks: Bool
    let fields: HTMLFragment
    let path, personID: String
    /// Since when there is an address of the own calendar; nil without one.
    let calendarSince: String?
    /// The address that was just made; it is shown this once.
    let calendarAddress: String?
  }

  /// What stands in the way of another password, at its field.
  struct Problems {
    var old, new: String?
    var all: [String] { [old, new].compactMap { $0 } }
  }

  static func show(
    _ request: PageRequest, problems: Problems = Problems(), done: String? = nil, calendarAddress: String? = nil
  ) throws -> PageAnswer {
    guard let account = request.visitor?.account else { return .redirect("/aanmelden") }
    let (texts, isTrainee) = (request.texts, account.roles.contains(.student))
    let looks = isTrainee ? try ViewJourney.ofOneself(request.context) : []
    let calendar = try SecretJourney.ofOneself(request.context).first { $0.kind == .calendar }
    let isChanged = request.query["gewijzigd"] != nil && problems.all.isEmpty
    let title = texts.say("page.mine_title")
    let view = View(
      words: request.words, title: title, done: done ?? (isChanged ? texts.say("page.mine.changed") : nil),
      problems: problems.all, hasProblems: !problems.all.isEmpty, oldProblem: problems.old, newProblem: problems.new,
      rows: isTrainee ? try OwnFacts.rows(request, account) : OwnFacts.rows(ofPerson: account, texts), isTrainee: isTrainee,
      traineePath: "/trainee/" + Fields.encoded(account.id.text),
      looks: looks.map { look in
        let key = "page.seen." + look.view.page
        let what = texts.has(key) ? texts.say(key) : texts.say("page.seen.page")
        return View.Row(name: look.name, value: texts.date(look.view.seenOn) + " · " + what)
      }, hasLooks: !looks.isEmpty, fields: request.formFields, path: path, personID: account.id.text,
      calendarSince: calendar.map {
        texts.say("page.calendar.since", ["date": texts.date(request.day(of: $0.madeAt))])
      }, calendarAddress: calendarAddress)
    return try request.page("mine", view, title: title, status: problems.all.isEmpty ? 200 : 422)
  }

  /// Gives oneself another password; whoever was in elsewhere with the old one is out.
  private static func changePassword(_ request: PageRequest) throws -> PageAnswer {
    guard let visitor = request.visitor else { return .redirect("/aanmelden") }
    let (account, new) = (visitor.account, request.form["nieuw"] ?? "")
    let claim = try SignInJourney.claim(request.guestContext, typed: account.id.text, .password)
    return try request.held(
      request.form["oud"] ?? "", against: claim, named: account.id.text, from: request.place(of: account.id.text)
    ) { problem in
      try show(request, problems: Problems(old: problem))
    } then: { _ in
      do throws(Refusal) {
        try PasswordRule.check(new, names: [account.id.text, account.name.full, account.name.given, account.name.family])
      } catch {
        return try show(request, problems: Problems(new: error.problems.map { request.texts.located($0) }.joined(separator: " ")))
      }
      guard let hash = SecretHash.make(of: new) else { return try show(request) }
      _ = try SecretJourney.give(request.context, .password, to: account.id.text, hash: hash)
      request.site.sessions.endAll(of: account.id)
      return try request.begin(account, visitor.way)
    }
  }

  /// All that is kept about oneself, to read and to keep.
  private static func everything(_ request: PageRequest) throws -> PageAnswer {
    let file = try AccessJourney.ofOneself(request.context)
    let page = try file.html(request.texts, folders: request.site.settings.folders)
    return try request.printed(page, on: file.madeOn, name: "inzage_" + file.madeOn.iso + ".pdf")
  }

  /// The same for programs (portability).
  private static func everythingAsData(_ request: PageRequest) throws -> PageAnswer {
    let file = try AccessJourney.ofOneself(request.context)
    return .file(
      file.json(request.texts).line, type: "application/json; charset=utf-8", name: "inzage_" + file.madeOn.iso + ".json")
  }

  /// How somebody sees what was written.
  private static func say(_ request: PageRequest) throws -> PageAnswer {
    _ = try RestrictJourney.stateOwn(request.context, about: nil, words: request.form.trimmed("kijk"))
    return try show(request, done: request.texts.say("page.mine.view_kept"))
  }

  private static func signOutEverywhere(_ request: PageRequest) throws -> PageAnswer {
    if let account = request.visitor?.account { request.site.sessions.endAll(of: account.id) }
    var answer = PageAnswer.redirect("/aanmelden")
    answer.cookies = [.gone(.session)]
    return answer
  }
}

/// What is kept about somebody, as a list of names with values.
enum OwnFacts {
  /// Of a person of the company.
  static func rows(ofPerson account: SignInJourney.Account, _ texts: Texts) -> [MinePages.View.Row] {
    filled(
      [
        ("page.mine.name", account.name.full), ("page.mine.id", account.id.text), ("page.mine.team", account.team),
        ("page.mine.roles", texts.list(account.roles.map(texts.role))),
      ], texts)
  }

  /// Of a trainee.
  static func rows(_ request: PageRequest, _ account: SignInJourney.Account) throws -> [MinePages.View.Row] {
    let texts = request.texts
    var question = MatrixJourney.Question()
    question.trainees = [account.id.text]
    let facts = try ReportJourney.trainees(request.context, question)
    let company = facts.matrix.knowledge.company
    guard let trainee = facts.trainees.first else { return rows(ofPerson: account, texts) }
    let name = { (id: PersonID?) in id.flatMap { company.name(of: $0)?.full } ?? "" }
    let cells = facts.matrix.cells(of: trainee.id)
    let said = cells.reduce(0) { sum, cell in
      let own = facts.matrix.knowledge.cells[cell.key]
      return sum + (own?.observations.count ?? 0) + (own?.proposals.count ?? 0) + (own?.withdrawals.count ?? 0)
    }
    let agreements = facts.matrix.knowledge.agreements(of: trainee.id, asOf: facts.matrix.asOf).count
    let talks = facts.matrix.knowledge.conversationDays(of: trainee.id, upTo: facts.matrix.asOf).count
    return filled(
      [
        ("page.mine.name", trainee.name.full), ("page.mine.id", trainee.id.text), ("page.mine.number", trainee.personnelNumber),
        ("page.mine.team", trainee.team), ("page.mine.profile", company.profile(of: trainee)?.title ?? ""),
        ("page.mine.mentor", name(trainee.mentor)), ("page.mine.manager", name(trainee.lineManager)),
        ("page.mine.school", trainee.school.flatMap { company.schools[$0]?.name } ?? ""),
        ("page.mine.student_number", trainee.studentNumber), ("page.mine.start", texts.date(trainee.start)),
        ("page.mine.end", trainee.expectedEnd.map(texts.date) ?? ""), ("page.mine.said", "\(said)"),
        ("page.mine.agreements", "\(agreements)"), ("page.mine.conversations", "\(talks)"),
      ], texts)
  }

  private static func filled(_ all: [(key: String, value: String)], _ texts: Texts) -> [MinePages.View.Row] {
    all.filter { !$0.value.isEmpty }.map { MinePages.View.Row(name: texts.say($0.key), value: $0.value) }
  }
}
