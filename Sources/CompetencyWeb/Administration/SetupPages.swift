internal import CompetencyCore
internal import Journeys
internal import Wording

/// The set-up by table: the rows, and changing or adding one. What would change is shown before it is saved.
enum SetupPages {
  static let routes: [Route] =
    [.get("/beheer/niveaus") { try levels($0) }]
    + SetupRowJourney.Table.allCases.flatMap { table -> [Route] in
      let path = "/beheer/" + table.rawValue
      return [
        .get(path) { try list($0, table) },
        .get("/beheer/nieuw/" + table.rawValue) { try form($0, table, id: nil) },
        .post("/beheer/nieuw/" + table.rawValue) { try save($0, table, id: nil) },
        .get(path + "/{\(table.row)}") { try form($0, table, id: try $0.parameter(table.row)) },
        .post(path + "/{\(table.row)}") { try save($0, table, id: try $0.parameter(table.row)) },
      ]
    }

  /// The view model of `Templates/Pages/setup-list.mustache`.
  struct ListView: Sendable {
    struct Row: Sendable { let title, id, what: String, path: String? }
    let words: [String: String]
    let title: String
    let rows: [Row]
    let add: String?
  }

  /// The view model of `Templates/Pages/setup-row.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let fields, controls: HTMLFragment
    let title, path, back, backName: String
    let problems: [String]
    let hasProblems: Bool
    let note: String?
    let mark: String
  }

  /// The view model of `Templates/Pages/setup-confirm.mustache`.
  struct ConfirmView: Sendable {
    struct Change: Sendable { let row, field, before, after: String }
    let words: [String: String]
    let fields, kept: HTMLFragment
    let title, path: String
    let changes: [Change]
    let hasChanges: Bool
    let touched: String?
    let names: String
    let note: String?
  }

  /// How many names of trainees are told.
  private static let mostNames = 20

  private static func list(_ request: PageRequest, _ table: SetupRowJourney.Table) throws -> PageAnswer {
    let (rows, _) = try SetupRowJourney.list(request.context, table)
    let title = request.texts.say("page.setup." + table.rawValue)
    let shown = rows.map { row in
      let told = row.fields.filter {
        ["groep", "team", "rollen", "versie", "profiel", "status"].contains($0.name) && !$0.text.isEmpty
      }
      return ListView.Row(
        title: row.title, id: row.id,
        what: told.map { $0.name == "versie" ? request.label(of: "versie") + " " + $0.text : $0.text }.joined(separator: " · "),
        path: path(table, row.id))
    }
    return try request.page(
      "setup-list",
      ListView(words: request.words, title: title, rows: shown, add: "/beheer/nieuw/" + table.rawValue), title: title,
      section: "/beheer")
  }

  /// The levels, which cannot be changed while facts rest on them.
  private static func levels(_ request: PageRequest) throws -> PageAnswer {
    let (_, company) = try SetupRowJourney.list(request.context, .taken)
    let title = request.texts.say("page.setup.niveaus")
    let rows = company.scale.levels.map { level in
      ListView.Row(
        title: company.scale.glyph(of: level.id) + " " + request.texts.level(level.id), id: level.id.text,
        what: request.texts.meaning(of: level.id) ?? "", path: nil)
    }
    return try request.page(
      "setup-list", ListView(words: request.words, title: title, rows: rows, add: nil), title: title, section: "/beheer")
  }

  private static func path(_ table: SetupRowJourney.Table, _ id: String?) -> String {
    id.map { "/beheer/\(table.rawValue)/" + Fields.encoded($0) } ?? "/beheer/nieuw/" + table.rawValue
  }

  private static func form(
    _ request: PageRequest, _ table: SetupRowJourney.Table, id: String?, refusal: Refusal? = nil,
    meanwhile: SetupRowJourney.Row? = nil
  ) throws -> PageAnswer {
    let (rows, company) = try SetupRowJourney.list(request.context, table)
    let row = try id.map { id in
      guard let row = rows.first(where: { sameBytes($0.id, id) }) else {
        throw Refusal(.notFound, .person_not_found, values: ["who": id])
      }
      return row
    }
    let texts = request.texts
    let faults = (refusal?.problems ?? []).map { (column: $0.values["column"] ?? "", sentence: request.sentence(of: $0)) }
    let form = SetupForm(table: table, row: row, company: company, request: request, faults: faults, meanwhile: meanwhile)
    let title = row?.title ?? texts.say("page.setup.new." + table.rawValue)
    let problems = faults.map(\.sentence) + (meanwhile == nil ? [] : [texts.say("page.setup.meanwhile")])
    let view = View(
      words: request.words, fields: request.formFields, controls: form.controls(), title: title, path: path(table, id),
      back: "/beheer/" + table.rawValue, backName: texts.say("page.setup." + table.rawValue), problems: problems,
      hasProblems: !problems.isEmpty, note: table == .profielen ? texts.say("page.setup.version") : nil, mark: row?.mark ?? "")
    let status = meanwhile != nil ? 409 : problems.isEmpty ? 200 : 422
    return try request.page("setup-row", view, title: title, section: "/beheer", status: status)
  }

  private static func save(_ request: PageRequest, _ table: SetupRowJourney.Table, id: String?) throws -> PageAnswer {
    let lines = SetupForm.lines(of: request.form, table, id: id)
    let isSure = request.form["klopt"] != nil
    let name = id ?? request.form.trimmed(table.key)
    guard !lines.isEmpty else {
      let problem = Problem(.csv_empty_value, values: ["column": "taak", "expected": "code"])
      return try form(request, table, id: id, refusal: Refusal(.usage, [problem]))
    }
    let mark = id == nil ? nil : request.form["stand"] ?? ""
    let result = Result { () throws(Refusal) in
      try SetupRowJourney.change(
        isSure ? request.context : request.rehearsal, table, id: name, lines: lines, mark: mark)
    }
    if case .failure(let refusal) = result, [.dataWrong, .usage].contains(refusal.status) {
      return try form(request, table, id: id, refusal: refusal)
    }
    let outcome = try result.get()
    if let meanwhile = outcome.meanwhile { return try form(request, table, id: id, meanwhile: meanwhile) }
    if isSure { return .redirect(outcome.booking.map { "/boeking/\($0)" } ?? "/beheer/" + table.rawValue) }
    return try confirm(outcome, request, table, id: id)
  }

  private static func confirm(
    _ outcome: SetupRowJourney.Outcome, _ request: PageRequest, _ table: SetupRowJourney.Table, id: String?
  ) throws -> PageAnswer {
    let texts = request.texts
    let changes = outcome.differences.map { difference in
      let (before, after) = request.parts(of: difference)
      return ConfirmView.Change(
        row: texts.say("cli.row." + difference.row.kind.rawValue) + " " + difference.row.id,
        field: difference.field.map { request.label(of: $0) } ?? texts.say("page.setup.is_new"), before: before, after: after)
    }
    var kept = HTMLBuilder()
    for field in request.form.all where !["bewijs", "sleutel", "klopt"].contains(field.name) {
      kept.hiddenField(field.name, field.value)
    }
    let title = texts.say("page.setup.sure")
    let view = ConfirmView(
      words: request.words, fields: request.formFields, kept: kept.fragment, title: title, path: path(table, id),
      changes: changes, hasChanges: !changes.isEmpty, touched: texts.say("page.setup.touched", count: outcome.touched.count),
      names: outcome.touched.prefix(mostNames).map(\.name.full).joined(separator: ", ")
        + (outcome.touched.count > mostNames ? " …" : ""), note: table == .profielen ? texts.say("page.setup.version") : nil)
    return try request.page("setup-confirm", view, title: title, section: "/beheer")
  }
}

extension SetupRowJourney.Table {
  /// The name of the place in a path where the name of a row stands.
  fileprivate var row: String {
    switch self {
    case .taken: "task"
    case .profielen: "profile"
    case .mensen: "person"
    case .trainees: "trainee"
    case .scholen: "school"
    }
  }
}

extension PageRequest {
  /// What people call a column of the set-up.
  func label(of column: String) -> String {
    texts.has("page.field." + column) ? texts.say("page.field." + column) : column
  }

  /// What stood in a field and what will; of the tasks of a profile only those that differ.
  fileprivate func parts(of difference: Difference) -> (String, String) {
    guard let field = difference.field, sameBytes(field, "taken") else { return (difference.old, difference.new) }
    let words = { (text: String) in text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) } }
    let (old, new) = (words(difference.old), words(difference.new))
    let without = { (some: [String], others: [String]) in
      some.filter { word in !others.contains { sameBytes($0, word) } }.joined(separator: ", ")
    }
    return (without(old, new), without(new, old))
  }

  /// A fault of a field, without the file and line that it does not have here.
  fileprivate func sentence(of problem: Problem) -> String {
    let key = "page.fault." + problem.code.rawValue
    guard let column = problem.values["column"], texts.has(key) else { return texts.problem(problem) }
    let expected = problem.values["expected"].map { texts.has("expected." + $0) ? texts.say("expected." + $0) : $0 } ?? ""
    return texts.say(key, ["field": label(of: column), "value": problem.values["value"] ?? "", "expected": expected])
  }
}
