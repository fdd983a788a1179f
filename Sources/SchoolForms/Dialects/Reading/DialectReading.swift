import CLibXML2
import CompetencyCore

/// Makes a message of a file that one dialect recognises.
struct DialectReading {
  let dialect: Dialect
  let tree: PlacedTree
  let file: String
  private let nineDigitSenders: ([OrganisationNumber]) -> Bool
  var values: DialectValues
  var losses = LossReport()
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
    let head = try head(root, numbers: numbers, forms: forms, fileDigest: fileDigest)
    guard values.faults.isEmpty, let head else { return .refused(values.faults.problems(in: file)) }
    if let replaces = head.replaces, replaces == head.key.id { throw Fault(.replaces_itself) }
    var content = MessageContent(head)
    for form in forms { content.add(form) }
    let message = SchoolMessage(head: head, forms: forms, content: content.digest())
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
    let assessments = try assessments(rule, node, in: kind, heldOn: heldOn ?? .first)
    guard let participant, let kind, let heldOn else { return nil }
    let id = given?.text ?? [participant.numbers.first?.value ?? "", kind.rawValue, heldOn.iso].joined(separator: "/")
    if let first = formNodes.updateValue(node, forKey: ExactKey(id)) {
      values.note(values.twice(.form, id, first: first, second: node))
    }
    return SchoolForm(
      id: FormID(id), version: version, kind: kind, heldOn: heldOn, participant: participant, entries: entries, topics: topics,
      agreements: agreements, assessments: assessments, minutes: minutes, nextConversation: next,
      place: tree.place(of: node, in: file), content: ContentDigest(hex: "")
    ).withDigest()
  }

  /// Whom a form is about; nil, with a fault, when it does not say.
  mutating func participant(_ rule: FormRule, _ node: xmlNodePtr) throws(Fault) -> Participant? {
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
