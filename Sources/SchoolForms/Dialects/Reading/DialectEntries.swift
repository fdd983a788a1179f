import CLibXML2
import CompetencyCore

// What a form says.
extension DialectReading {
  mutating func entries(
    _ rule: FormRule, _ form: xmlNodePtr, heldOn: CalendarDate
  ) throws(Fault) -> [FormEntry] {
    var entries: [FormEntry] = []
    // Swift's own equality of texts, which takes é and e with an accent for one: a twin is a slip, never two tasks.
    var known: [[String]: xmlNodePtr] = [:]
    for rule in rule.judgements {
      for node in try values.nodes(rule.at, from: form) {
        guard let (entry, place) = try entry(rule, node, heldOn: heldOn) else { continue }
        let key = [entry.task.text, entry.role.rawValue, entry.byName, entry.seenOn.iso]
        if let first = known.updateValue(place, forKey: key) {
          values.note(values.twice(.judgement, entry.task.text, first: first, second: place))
        }
        entries.append(entry)
      }
    }
    return entries
  }

  private mutating func entry(
    _ rule: JudgementRule, _ node: xmlNodePtr, heldOn: CalendarDate
  ) throws(Fault) -> (FormEntry, xmlNodePtr)? {
    let (days, words) = (dialect.days, dialect.words)
    // No word is no judgement, whatever else the row has.
    guard let level = rule.level, let word = try values.token(level, at: node, most: 64) else { return nil }
    guard let said = try said(word, rule, node, level) else { return nil }
    let task = try values.needed(rule.task, at: node, .task) { TaskCode($0) }
    let role = try values.needed(rule.role, at: node, .role) { words.role($0) }
    let seenOn = try values.optional(rule.day, at: node, .day) { days.day($0) } ?? heldOn
    let taskName = try values.token(rule.taskName, at: node)?.text ?? ""
    let by = try values.token(rule.by, at: node)?.text ?? ""
    let note = try values.text(rule.note, at: node)?.text ?? ""
    guard let task, let role else { return nil }
    let entry = FormEntry(
      place: tree.place(of: word.node, in: file), task: task, taskName: taskName, said: said, role: role, byName: by,
      seenOn: seenOn, note: note)
    return (entry, word.node)
  }

  /// What a word of the school says; nil when our scale cannot say it, which is counted.
  private mutating func said(
    _ word: DialectValues.Value, _ rule: JudgementRule, _ node: xmlNodePtr, _ level: Expression
  ) throws(Fault) -> FormEntry.Said? {
    let id = try values.token(rule.scale, at: node, most: 64)
    guard let scale = dialect.scale(id?.text) else {
      values.note(values.fault(.scale, rule.scale ?? level, id ?? word))
      return nil
    }
    let mark = scale.mark(for: word.text, decimalSign: dialect.decimalSign)
    guard let mark else { return .level(SchoolLevel(scale: scale.id, level: word.text), readAs: .unsaid) }
    if case .notConvertible(let reason) = mark.meaning {
      losses.add(word.text, because: reason, line: tree.line(of: word.node))
    }
    return scale.said(mark)
  }

  mutating func topics(_ rule: FormRule, _ form: xmlNodePtr) throws(Fault) -> [FormTopic] {
    var topics: [FormTopic] = []
    let words = dialect.words
    for rule in rule.topics {
      for node in try rule.at.map({ (at) throws(Fault) in try values.nodes(at, from: form) }) ?? [form] {
        guard let text = try values.text(rule.text, at: node) else { continue }
        let code = try values.needed(rule.code, at: node, .topic) { ConversationTopic(rawValue: $0)?.rawValue }
        let role = try values.optional(rule.contributedBy, at: node, .role) { words.role($0) }
        if let code { topics.append(FormTopic(code: code, contributedBy: role, text: text.text)) }
      }
    }
    return topics
  }

  mutating func agreements(_ rule: FormRule, _ form: xmlNodePtr) throws(Fault) -> [FormAgreement] {
    var agreements: [FormAgreement] = []
    var known: [ExactKey: xmlNodePtr] = [:]
    for rule in rule.agreements {
      for node in try values.nodes(rule.at, from: form) {
        guard let agreement = try agreement(rule, node) else { continue }
        if let first = known.updateValue(node, forKey: ExactKey(agreement.statement.id)) {
          values.note(values.twice(.agreement, agreement.statement.id, first: first, second: node))
        }
        agreements.append(agreement)
      }
    }
    return agreements
  }

  private mutating func agreement(_ rule: AgreementRule, _ node: xmlNodePtr) throws(Fault) -> FormAgreement? {
    let (days, words) = (dialect.days, dialect.words)
    // A row of a form in which nobody wrote anything is no agreement.
    guard let text = try values.text(rule.text, at: node) else { return nil }
    let owner = try values.needed(rule.owner, at: node, .role) { words.role($0) }
    let due = try values.optional(rule.due, at: node, .day) { days.day($0) }
    let before = values.faults.count
    let status = try values.optional(rule.status, at: node, .state) { words.state($0) }
    guard let owner, values.faults.count == before else { return nil }
    // Without an id of the school the words are what stays the same from form to form.
    let id = try values.token(rule.id, at: node, most: 64)?.text ?? String(sha256Hex(Array(collapsed(text.text).utf8)).prefix(16))
    let ownerName = try values.token(rule.ownerName, at: node)?.text ?? ""
    let statement = ReadAgreement(
      id: id, owner: owner, dueOn: due, status: status ?? .open, task: try values.token(rule.task, at: node)?.text ?? "",
      follows: try values.token(rule.follows, at: node, most: 64)?.text ?? "")
    return FormAgreement(statement: statement, ownerName: ownerName, text: text.text)
  }
}
