internal import CompetencyCore
internal import Journeys
internal import Wording

/// How the lines and agreements of a form are told, with what was chosen for them when the page comes back.
struct FormLineWriting {
  let company: Company
  let request: PageRequest
  /// The items and agreements of which the reason is not there.
  let lacking: [String]

  private func sign(_ level: LevelID) -> String { company.scale.glyph(of: level) + " " + request.texts.level(level) }

  private func values(of line: ReceivedFormContent.Line) -> [String: String] {
    [
      "now": line.now.map(sign) ?? "?", "said": line.said.map(sign) ?? "?", "role": request.texts.role(line.role),
      "date": request.texts.date(line.seenOn),
    ]
  }

  func choice(_ line: ReceivedFormContent.Line) -> FormView.Choice? {
    guard case .waits(let item, let mayAccept) = line.standing else { return nil }
    let (texts, values) = (request.texts, values(of: line))
    let chosen = request.form["keuze." + item.id] ?? ""
    return FormView.Choice(
      id: item.id, task: line.task, says: texts.say(item.isProposal ? "page.inbox.proposal" : "page.inbox.disagreement", values),
      place: request.place(line.place), accept: texts.say(item.isProposal ? "page.inbox.up" : "page.inbox.down", values),
      refuse: texts.say("page.inbox.stays", values), reason: request.form["reden." + item.id] ?? "", mayAccept: mayAccept,
      needsReason: !item.isProposal && mayAccept, isLater: !["over", "niet"].contains(chosen),
      isAccepted: sameBytes(chosen, "over"), isRefused: sameBytes(chosen, "niet"), lacksReason: lacking.contains(item.id))
  }

  func question(_ line: ReceivedFormContent.Line) -> FormView.Question? {
    guard case .asked(let item) = line.standing else { return nil }
    // The question about the form as a whole stands once, above its lines.
    if case .question(let question, _, _, _) = item?.content, [.trainee, .formReused].contains(question.key.subject) {
      return nil
    }
    return FormView.Question(
      what: item.map { request.sentence(of: $0) } ?? request.texts.say("page.form.asked", ["task": line.task]),
      place: request.place(line.place), path: item.map { "/postvak/" + Fields.encoded($0.id) })
  }

  func line(_ line: ReceivedFormContent.Line) -> FormView.Line? {
    let (texts, values) = (request.texts, values(of: line))
    var chosen: String?
    let says: String
    switch line.standing {
    case .waits: return nil
    case .asked(let item):
      guard case .question(let question, _, _, _) = item?.content, [.trainee, .formReused].contains(question.key.subject) else {
        return nil
      }
      says = texts.say("page.form.waits_for_whom", values)
    case .decided(let verdict, let name):
      says = texts.say(
        "page.form.decided." + verdict.rawValue,
        values.merging(["who": name.isEmpty ? texts.role(.beheer) : name]) { _, new in new })
      chosen = self.chosen(of: line, values)
    case .equal: says = texts.say("page.form.equal", values)
    case .lower: says = texts.say("page.form.lower", values)
    case .higher: says = texts.say("page.form.higher", values)
    case .without(let reason): says = texts.absence(reason)
    case .leftOut: says = texts.say("page.form.left_out")
    }
    return FormView.Line(task: line.task, says: says, place: request.place(line.place), chosen: chosen)
  }

  /// What was chosen here for a line about which somebody else decided meanwhile; the page that was sent says which line.
  private func chosen(of line: ReceivedFormContent.Line, _ values: [String: String]) -> String? {
    guard let choice = line.item.flatMap({ request.form["keuze." + $0] }) else { return nil }
    switch choice {
    case "over": return request.texts.say("page.form.chosen_accept", values)
    case "niet": return request.texts.say("page.form.chosen_refuse", values)
    default: return nil
    }
  }

  func agreement(_ agreed: ReceivedFormContent.Agreed, place: Int) -> FormView.Agreement {
    let (agreement, texts, id) = (agreed.agreement, request.texts, agreed.agreement.id.description)
    let due = agreement.dueOn.map { texts.say("page.form.due", ["date": texts.date($0)]) }
    let stands: String? =
      switch agreement.status {
      case .open: nil
      case .done(let day): texts.say("page.form.agreement_done", ["date": texts.date(day)])
      case .dropped(let day), .reworded(_, let day): texts.say("page.form.agreement_closed", ["date": texts.date(day)])
      }
    let isDropped = sameBytes(request.form["afspraak." + id] ?? "", "niet")
    return FormView.Agreement(
      place: place, id: id, text: agreed.words.isEmpty ? texts.say("page.agreement.no_words") : agreed.words,
      stands: [due, stands].compactMap { $0 }.joined(separator: " "), reason: request.form["waarom." + id] ?? "",
      isDropped: isDropped, lacksReason: lacking.contains(id))
  }
}
