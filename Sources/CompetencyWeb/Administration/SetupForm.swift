internal import CompetencyCore
internal import Journeys
internal import Wording

/// The fields of one row of the set-up: a label above each, and a list to choose from where only some values fit.
struct SetupForm {
  let table: SetupRowJourney.Table
  /// The row as it is; nil for a new one.
  let row: SetupRowJourney.Row?
  let company: Company
  let request: PageRequest
  let faults: [(column: String, sentence: String)]
  /// The row as somebody else made it meanwhile; shown beside what was typed.
  let meanwhile: SetupRowJourney.Row?

  /// What was sent, by the columns of the file: one line, or for a profile one line a task.
  static func lines(of form: Fields, _ table: SetupRowJourney.Table, id: String?) -> [[String: String]] {
    let name = id ?? form.trimmed(table.key)
    guard table == .profielen else {
      var line = [table.key: name]
      for column in table.columns {
        line[column] = column == "rollen" ? form.values(column).joined(separator: " ") : form.trimmed(column)
      }
      return [line]
    }
    return form.fields(under: "niveau.").filter { !$0.value.isEmpty }.map { task, level in
      [
        "profiel": name, "titel": form.trimmed("titel"), "taak": task, "niveau": level, "week": form.trimmed("week." + task),
        "wijze": form.trimmed("wijze." + task),
      ]
    }
  }

  /// Every field.
  func controls() -> HTMLFragment {
    var html = HTMLBuilder()
    if row == nil { control(table.key, &html) }
    guard table == .profielen else {
      for column in table.columns { control(column, &html) }
      return html.fragment
    }
    control("titel", &html)
    tasks(&html)
    return html.fragment
  }

  private func text(_ column: String, in row: SetupRowJourney.Row?) -> String {
    row?.fields.first { sameBytes($0.name, column) }?.text ?? ""
  }

  /// What stands in a field: what was typed, else what the row says.
  private func value(_ column: String) -> String {
    request.route.method == .post ? request.form[column] ?? "" : text(column, in: row)
  }

  private func control(_ column: String, _ html: inout HTMLBuilder) {
    if column == "rollen" { return roles(&html) }
    let sentences = faults.filter { sameBytes($0.column, column) }.map(\.sentence)
    let other = meanwhile.flatMap { now -> String? in
      let text = text(column, in: now)
      return sameBytes(text, value(column)) ? nil : request.texts.say("page.setup.now", ["value": text.isEmpty ? "–" : text])
    }
    let described = sentences.isEmpty && other == nil ? nil : column + "-uitleg"
    html.element("p") { html in
      html.element("label", [HTMLAttribute("for", column)], text: request.label(of: column))
      html.newline()
      if let options = options(of: column) {
        html.append(
          SelectField(name: column, options: options)
            .fragment(chosen: value(column), describedBy: described, isInvalid: !sentences.isEmpty))
      } else {
        var attributes = [
          HTMLAttribute("id", column), HTMLAttribute("name", column), HTMLAttribute("value", value(column)),
          HTMLAttribute("maxlength", "200"),
        ]
        if let described { attributes.append(HTMLAttribute("aria-describedby", described)) }
        if !sentences.isEmpty { attributes.append(HTMLAttribute("aria-invalid", "true")) }
        html.shape("input", attributes)
      }
    }
    if let described {
      html.element(
        "p", [.class("problem"), HTMLAttribute("id", described)],
        text: (sentences + (other.map { [$0] } ?? [])).joined(separator: " "))
    }
  }

  private func roles(_ html: inout HTMLBuilder) {
    let chosen =
      request.route.method == .post
      ? request.form.values("rollen")
      : text("rollen", in: row).utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    html.element("fieldset", [.class("tick")]) { html in
      html.element("legend", text: request.label(of: "rollen"))
      for role in Role.allCases where role.isOfTheCompany {
        html.element("label", [.class("seen")]) { html in
          var attributes = [
            HTMLAttribute("type", "checkbox"), HTMLAttribute("name", "rollen"), HTMLAttribute("value", role.rawValue),
          ]
          if chosen.contains(where: { sameBytes($0, role.rawValue) }) { attributes.append(HTMLAttribute("checked", "")) }
          html.shape("input", attributes)
          html.text(request.texts.role(role))
        }
      }
    }
    for fault in faults where sameBytes(fault.column, "rollen") { html.element("p", [.class("problem")], text: fault.sentence) }
  }

  /// The values that fit a column; nil for one that takes any text.
  private func options(of column: String) -> [(value: String, name: String)]? {
    let texts = request.texts
    let none = [(value: "", name: "–")]
    let people = { (none + company.people.values.sorted { $0.id < $1.id }.map { (value: $0.id.text, name: $0.name.full) }) }
    switch column {
    case "veiligheid", "muur", "negen_cijfers":
      return [("", texts.say("page.setup.no")), ("ja", texts.say("page.setup.yes"))]
    case "profiel" where table == .trainees: return company.profiles.map { ($0.id.text, $0.title) }
    case "begeleider", "leidinggevende": return people()
    case "school": return none + company.schools.values.sorted { $0.id < $1.id }.map { ($0.id.text, $0.name) }
    case "leerweg": return none + Trainee.Pathway.allCases.map { ($0.rawValue, texts.say("pathway." + $0.rawValue)) }
    case "status": return Trainee.Status.allCases.map { ($0.rawValue, texts.say("cli.status." + $0.rawValue)) }
    default: return nil
    }
  }

  /// The tasks of a profile: at which level, in which week, in which way; without a level a task is not in it.
  private func tasks(_ html: inout HTMLBuilder) {
    let profile = row.flatMap { row in ProfileID(row.id).flatMap(company.profile) }
    let planned = profile?.tasks ?? []
    let codes = planned.map(\.task) + company.taskOrder.filter { code in !planned.contains { $0.task == code } }
    let texts = request.texts
    let levels =
      [(value: "", name: texts.say("page.setup.not_in"))]
      + company.scale.levels.dropFirst().map { (value: $0.id.text, name: texts.level($0.id)) }
    let ways = [(value: "", name: "–")] + LearningWay.allCases.map { (value: $0.rawValue, name: texts.say("way." + $0.rawValue)) }
    for fault in faults where !["profiel", "titel"].contains(fault.column) {
      html.element("p", [.class("problem")], text: fault.sentence)
    }
    html.element("div", [.class("scroll")]) { html in
      html.element("table", [.class("plan")]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for column in ["taak", "niveau", "week", "wijze"] {
              html.element("th", [.scope("col")], text: request.label(of: column))
            }
          }
        }
        html.element("tbody") { html in
          for code in codes {
            let line = planned.first { $0.task == code }
            let value = { (column: String, kept: String) in
              request.route.method == .post ? request.form[column + "." + code.text] ?? "" : kept
            }
            html.element("tr") { html in
              html.element("th", [.scope("row")], text: code.text + " " + (company.tasks[code]?.title ?? ""))
              html.element("td") { html in
                html.append(choice("niveau", code, levels, value("niveau", line?.target.text ?? "")))
              }
              html.element("td") { html in
                html.shape(
                  "input",
                  [
                    HTMLAttribute("name", "week." + code.text), HTMLAttribute("inputmode", "numeric"), HTMLAttribute("size", "3"),
                    HTMLAttribute("value", value("week", line?.week.map(String.init) ?? "")),
                    HTMLAttribute("aria-label", request.label(of: "week") + " " + code.text),
                  ])
              }
              html.element("td") { html in html.append(choice("wijze", code, ways, value("wijze", line?.way?.rawValue ?? ""))) }
            }
          }
        }
      }
    }
  }

  private func choice(
    _ column: String, _ code: TaskCode, _ options: [(value: String, name: String)], _ chosen: String
  ) -> HTMLFragment {
    SelectField(name: column + "." + code.text, options: options, label: request.label(of: column) + " " + code.text)
      .fragment(chosen: chosen, describedBy: nil)
  }
}
