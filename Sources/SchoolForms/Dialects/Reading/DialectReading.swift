import CLibXML2
import CompetencyCore

/// Makes a message of a file that one dialect recognises.
struct DialectReading {
  private let dialect: Dialect
  private let tree: PlacedTree
  private let file: String
  private let nineDigitSenders: ([OrganisationNumber]) -> Bool
  private var values: DialectValues
  private var losses = LossReport()
  private var allowsNineDigits = false
  private var formNodes: [ExactKey: xmlNodePtr] = [:]

  init(
    _ values: DialectValues, file: String, nineDigitSenders: @escaping ([OrganisationNumber]) -> Bool
  ) {
    (dialect, tree, self.values) = (values.dialect, values.tree, values)
    (self.file, self.nineDigitSenders) = (file, nineDigitSenders)
  }

  /// The message, or everything that is wrong with the file.
  mutating func read(fileDigest: String) throws(Fault) -> FormReadingResult {
    let root = tree.root.node
    for condition in dialect.emptyWhen where try values.holds(condition, at: root) {
      throw FormDefinition.fault(.unfilled, tree.root, tree)
    }
    NamedNumberGuard(tree: tree).look(noting: &values.faults)
    let numbers = try senderNumbers(root)
    allowsNineDigits = nineDigitSenders(numbers)
    let forms = try forms(root)
    let header = try header(root, numbers: numbers, forms: forms, fileDigest: fileDigest)
    guard values.faults.isEmpty, let header else { return .refused(values.faults.problems(in: file)) }
    if let replaces = header.replaces, replaces == header.key.id { throw Fault(.replaces_itself) }
    let message = SchoolMessage(
      key: header.key, senderNumbers: header.numbers, senderName: header.senderName, createdAt: header.createdAt,
      replaces: header.replaces, isSigned: false, forms: forms, content: header.digest(of: forms), file: file)
    return .read(message, warnings: losses.problems(in: file))
  }

  private mutating func forms(_ root: xmlNodePtr) throws(Fault) -> [SchoolForm] {
    var forms: [SchoolForm] = []
    for rule in dialect.forms {
      for node in try values.nodes(rule.at, from: root) {
        values.run.setForm(node)
        if let form = try form(rule, node) { forms.append(form) }
      }
    }
    if forms.isEmpty, values.faults.isEmpty, let at = dialect.forms.first?.at {
      values.note(values.fault(.no_forms, at, DialectValues.Value(text: "", node: root)))
    }
    return forms
  }

  private mutating func form(_ rule: FormRule, _ node: xmlNodePtr) throws(Fault) -> SchoolForm? {
    let (days, words) = (dialect.days, dialect.words)
    let participant = try participant(rule, node)
    let kind = try values.needed(rule.kind, at: node, .kind) { words.kind($0) }
    let heldOn = try values.needed(rule.day, at: node, .day) { days.day($0) }
    let version = try values.optional(rule.version, at: node, .number) { smallNumber($0).flatMap { $0 > 0 ? $0 : nil } } ?? 1
    let given = try values.token(rule.id, at: node, most: 64)
    let minutes = try values.optional(rule.minutes, at: node, .number) { smallNumber($0).flatMap { $0 > 0 ? $0 : nil } }
    let next = try values.optional(rule.next, at: node, .day) { days.day($0) }
    // Without its day a form has no judgements, but what is wrong with them is told at the same time.
    let entries = try entries(rule, node, heldOn: heldOn ?? .first)
    let topics = try topics(rule, node)
    let agreements = try agreements(rule, node)
    guard let participant, let kind, let heldOn else { return nil }
    let id = given?.text ?? [participant.numbers.first?.value ?? "", kind.rawValue, heldOn.iso].joined(separator: "/")
    if let first = formNodes.updateValue(node, forKey: ExactKey(id)) {
      values.note(values.twice(.form, id, first: first, second: node))
    }
    return SchoolForm(
      id: FormID(id), version: version, kind: kind, heldOn: heldOn, participant: participant, entries: entries, topics: topics,
      agreements: agreements, minutes: minutes, nextConversation: next, place: tree.place(of: node, in: file),
      content: ContentDigest(hex: "")
    ).withDigest()
  }

  private mutating func participant(_ rule: FormRule, _ node: xmlNodePtr) throws(Fault) -> Participant? {
    let before = values.faults.count
    var numbers: [Participant.Number] = []
    for (kind, expression) in [
      (Participant.Number.Kind.studentnummer, rule.studentNumber), (.personeelsnummer, rule.personnelNumber),
    ] {
      guard let expression, let value = try values.token(expression, at: node) else { continue }
      if CitizenNumber.isWhole(value.text), !(kind == .studentnummer && allowsNineDigits) {
        var fault = Fault(.bsn_refused, values: ["name": kind.rawValue])
        (fault.line, fault.path) = (tree.line(of: value.node), tree.path(of: value.node))
        values.note(fault)
      } else {
        numbers.append(Participant.Number(kind: kind, value: value.text))
      }
    }
    let name = try values.token(rule.name, at: node)
    guard !numbers.isEmpty else {
      if values.faults.count == before, let expression = rule.studentNumber ?? rule.personnelNumber {
        values.note(values.fault(.missing, expression, DialectValues.Value(text: "", node: node)))
      }
      return nil
    }
    return Participant(numbers: numbers, displayName: name?.text ?? "")
  }
}

// Around the forms.
extension DialectReading {
  private mutating func senderNumbers(_ root: xmlNodePtr) throws(Fault) -> [OrganisationNumber] {
    let number = try values.needed(dialect.message.school, at: root, .sender) { text -> OrganisationNumber? in
      let parts = text.utf8.split(separator: Sign.colon, maxSplits: 1).map { String(decoding: Array($0), as: UTF8.self) }
      guard parts.count == 2 else { return OrganisationNumber(kind: .instellingscode, value: text) }
      return OrganisationNumber.Kind(rawValue: parts[0]).map { OrganisationNumber(kind: $0, value: parts[1]) }
    }
    return number.map { [$0] } ?? []
  }

  private mutating func header(
    _ root: xmlNodePtr, numbers: [OrganisationNumber], forms: [SchoolForm], fileDigest: String
  ) throws(Fault) -> MessageHeader? {
    let (rule, days) = (dialect.message, dialect.days)
    let id = try values.token(rule.id, at: root, most: 128)?.text ?? fileDigest
    let name = try values.token(rule.schoolName, at: root)?.text ?? ""
    let created = try values.optional(rule.created, at: root, .moment) { moment($0, days) }
    let replaces = try values.token(rule.replaces, at: root, most: 128)?.text
    guard let sender = SenderKey(numbers: numbers), let last = forms.map(\.heldOn).max() else { return nil }
    return MessageHeader(
      key: MessageKey(sender: sender, id: messageID(id)), numbers: numbers, senderName: name,
      createdAt: created ?? midnight(last), replaces: replaces.map(messageID))
  }

  /// A dialect that was raised to a new version reads what it read before as another message, the later of the two.
  private func messageID(_ text: String) -> MessageID {
    guard dialect.version > 1 else { return MessageID(text) }
    let digits = String(dialect.version)
    return MessageID(text + "@" + String(repeating: "0", count: 3 - digits.utf8.count) + digits)
  }
}

/// The moment of a text: with its zone, or else in UTC; of a day its beginning.
private func moment(_ text: String, _ days: DayPatterns) -> Instant? {
  Instant(xml: text) ?? Instant(xml: text + "Z") ?? days.day(text).map(midnight)
}

private func midnight(_ day: CalendarDate) -> Instant { Instant(milliseconds: Int64(day.dayNumber) * 86_400_000) }

extension MessageHeader {
  /// The header of a message that a dialect reads.
  init(
    key: MessageKey, numbers: [OrganisationNumber], senderName: String, createdAt: Instant, replaces: MessageID?
  ) {
    (self.key, self.numbers, self.senderName, self.createdAt) = (key, numbers, senderName, createdAt)
    (self.replaces, signature) = (replaces, nil)
  }
}

// What a form says.
extension DialectReading {
  private mutating func entries(
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
    let written = SchoolLevel(scale: scale.id, level: mark?.word ?? word.text)
    switch mark?.meaning {
    case .level(let level) where [.nogNiet, .aangeleerd, .beheerst].contains(level): return .level(written, readAs: .term(level))
    case .level(let level): return .level(written, readAs: .ours(level))
    case .without(let reason): return .without(reason)
    case .notConvertible(let reason):
      losses.add(word.text, because: reason, line: tree.line(of: word.node))
      return nil
    case .undecided, nil: return .level(written, readAs: .unsaid)
    }
  }

  private static let topicCodes: Set<String> = [
    "terugblik", "voortgang", "doelen", "resultaten", "samenwerking", "knelpunten", "ondersteuning", "feedback", "ambities",
    "rol_begeleider", "overig",
  ]

  private mutating func topics(_ rule: FormRule, _ form: xmlNodePtr) throws(Fault) -> [FormTopic] {
    var topics: [FormTopic] = []
    let words = dialect.words
    for rule in rule.topics {
      for node in try rule.at.map({ (at) throws(Fault) in try values.nodes(at, from: form) }) ?? [form] {
        guard let text = try values.text(rule.text, at: node) else { continue }
        let code = try values.needed(rule.code, at: node, .topic) { Self.topicCodes.contains($0) ? $0 : nil }
        let role = try values.optional(rule.contributedBy, at: node, .role) { words.role($0) }
        if let code { topics.append(FormTopic(code: code, contributedBy: role, text: text.text)) }
      }
    }
    return topics
  }

  private mutating func agreements(_ rule: FormRule, _ form: xmlNodePtr) throws(Fault) -> [FormAgreement] {
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
    return FormAgreement(
      statement: ReadAgreement(id: id, owner: owner, dueOn: due, status: status ?? .open),
      ownerName: try values.token(rule.ownerName, at: node)?.text ?? "", task: try values.token(rule.task, at: node)?.text ?? "",
      follows: try values.token(rule.follows, at: node, most: 64)?.text ?? "", text: text.text)
  }
}
