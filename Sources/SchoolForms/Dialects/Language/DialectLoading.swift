import CLibXML2
import CompetencyCore

/// Makes a dialect of a file, and notes everything that is wrong with it.
struct DialectLoading {
  private(set) var dialect: Dialect
  private(set) var faults = FaultList()
  /// What a person must still fill in; the dialect can be used before.
  private(set) var unfinished = FaultList()

  private var expressions = 0
  private var prefixes: Set<String> = []
  private var probe: XPathProbe?

  /// The dialect of a file whose bytes were read.
  init(_ source: DialectSource) {
    dialect = Dialect(name: source.name, path: source.path)
    do throws(Fault) {
      try withTree(source.bytes) { (tree) throws(Fault) in try take(tree) }
    } catch {
      note(readable(error))
    }
  }

  private mutating func take(_ tree: PlacedTree) throws(Fault) {
    let root = tree.root
    guard root.isNamed("dialect"), root.namespace.map({ sameScalars($0, Self.namespace) }) ?? false else {
      throw fault(.no_dialect, tree.line(of: root.node), ["element": quoted(root.name, most: 40)])
    }
    try DialectSchema.note(tree, in: &faults)
    takeHead(root, tree)
    probe = try XPathProbe(dialect.namespaces)
    defer { probe = nil }
    for element in root.children where element.isNamed("herken") { takeRecognition(element, tree) }
    for element in root.children { takePart(element, tree) }
    noteMissingParts(root, tree)
    dialect.expressionCount = expressions
  }

  /// The namespace of a dialect; it carries the major version only.
  static let namespace = "urn:vakmatrix:dialect:1"

  private mutating func takeHead(_ root: TreeElement, _ tree: PlacedTree) {
    dialect.title = root.token("naam") ?? dialect.name
    dialect.version = root.token("versie").flatMap(smallNumber) ?? 1
    dialect.decimalSign = root.attribute("decimaal")?.unicodeScalars.first
    if let list = root.token("datum") {
      if let patterns = DayPatterns(list) {
        dialect.days = patterns
      } else {
        note(.day_pattern, root, tree, ["value": quoted(list, most: 40)])
      }
    }
    for element in root.children where element.isNamed("naamruimte") {
      guard let prefix = element.token("prefix"), let uri = element.attribute("uri") else { continue }
      if !prefixes.insert(prefix).inserted { note(.double_word, element, tree, ["value": quoted(prefix)]) }
      dialect.namespaces.append(
        DialectNamespace(prefix: prefix, uri: collapsed(uri), mayBeMissing: element.token("mag_ontbreken") != nil))
    }
    prefixes.insert(TablePreparation.prefix)
    dialect.namespaces.append(
      DialectNamespace(prefix: TablePreparation.prefix, uri: TablePreparation.namespace, mayBeMissing: false))
  }

  private mutating func takeRecognition(_ element: TreeElement, _ tree: PlacedTree) {
    guard let name = element.token("element") else { return }
    let parts = name.utf8.split(separator: Sign.colon, omittingEmptySubsequences: false).map {
      String(decoding: Array($0), as: UTF8.self)
    }
    let condition = expression("als", of: element, tree)
    guard parts.count == 2 else {
      dialect.recognitions.append(Recognition(localName: name, namespaces: [nil], condition: condition))
      return
    }
    guard let space = dialect.namespaces.first(where: { sameScalars($0.prefix, parts[0]) }) else {
      note(.root_prefix, element, tree, ["value": quoted(parts[0])])
      return
    }
    dialect.recognitions.append(
      Recognition(localName: parts[1], namespaces: space.mayBeMissing ? [space.uri, nil] : [space.uri], condition: condition))
  }

  private mutating func takePart(_ element: TreeElement, _ tree: PlacedTree) {
    switch element.name {
    case "leeg": if let condition = expression("als", of: element, tree, needed: true) { dialect.emptyWhen.append(condition) }
    case "tabel": dialect.headingRow = element.token("kop").flatMap(smallNumber)
    case "bericht":
      dialect.message = MessageRule(
        id: expression("id", of: element, tree), created: expression("gemaakt", of: element, tree),
        school: expression("school", of: element, tree, needed: true), schoolName: expression("naam", of: element, tree),
        replaces: expression("vervangt", of: element, tree))
    case "formulier": takeForm(element, tree)
    case "schaal": takeScale(element, tree)
    case "woord": takeWord(element, tree)
    default: break
    }
  }

  private mutating func takeForm(_ element: TreeElement, _ tree: PlacedTree) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    var form = FormRule(at: at)
    form.id = expression("id", of: element, tree)
    form.version = expression("versie", of: element, tree)
    form.kind = expression("soort", of: element, tree, needed: true)
    form.day = expression("datum", of: element, tree, needed: true)
    form.studentNumber = expression("studentnummer", of: element, tree)
    form.personnelNumber = expression("personeelsnummer", of: element, tree)
    form.name = expression("naam", of: element, tree)
    form.minutes = expression("duur_minuten", of: element, tree)
    form.next = expression("volgend_gesprek", of: element, tree)
    if element.attribute("studentnummer") == nil, element.attribute("personeelsnummer") == nil {
      note(.missing_attribute, element, tree, ["attribute": "studentnummer", "element": "formulier"])
    }
    for child in element.children {
      switch child.name {
      case "oordeel": takeJudgement(child, tree, into: &form)
      case "onderwerp": takeTopic(child, tree, into: &form)
      case "afspraak": takeAgreement(child, tree, into: &form)
      default: break
      }
    }
    dialect.forms.append(form)
  }

  private mutating func takeJudgement(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    form.judgements.append(
      JudgementRule(
        at: at, task: expression("taak", of: element, tree, needed: true), taskName: expression("taaknaam", of: element, tree),
        level: expression("niveau", of: element, tree, needed: true), scale: expression("schaal", of: element, tree),
        role: expression("rol", of: element, tree, needed: true), by: expression("door", of: element, tree),
        day: expression("datum", of: element, tree), note: expression("toelichting", of: element, tree)))
  }

  private mutating func takeTopic(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    form.topics.append(
      TopicRule(
        at: expression("bij", of: element, tree), code: expression("code", of: element, tree, needed: true),
        contributedBy: expression("inbreng", of: element, tree), text: expression("tekst", of: element, tree, needed: true)))
  }

  private mutating func takeAgreement(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    form.agreements.append(
      AgreementRule(
        at: at, id: expression("id", of: element, tree), owner: expression("wie", of: element, tree, needed: true),
        ownerName: expression("naam", of: element, tree), due: expression("voor", of: element, tree),
        status: expression("status", of: element, tree), task: expression("taak", of: element, tree),
        follows: expression("vervolg_op", of: element, tree), text: expression("tekst", of: element, tree, needed: true)))
  }

  /// The expression of an attribute, checked; nil when it is not there or cannot be used, which is noted.
  private mutating func expression(
    _ name: StaticString, of element: TreeElement, _ tree: PlacedTree, needed: Bool = false
  ) -> Expression? {
    guard let written = element.attribute(name) else { return nil }
    let text = collapsed(written)
    let values = ["attribute": name.description, "element": element.name, "value": quoted(text, most: 40)]
    guard !text.isEmpty else {
      if needed { note(.unfinished, element, tree, values) }
      return nil
    }
    if let (kind, word) = XPathRules.fault(in: text, prefixes: prefixes) {
      note(kind, element, tree, values.merging(["word": quoted(word, most: 40)]) { given, _ in given })
      return nil
    }
    guard probe?.accepts(text) ?? false else {
      note(.xpath, element, tree, values)
      return nil
    }
    defer { expressions += 1 }
    return Expression(
      text: text, attribute: name.description, element: element.name, line: tree.line(of: element.node) ?? 0, number: expressions)
  }

  private mutating func noteMissingParts(_ root: TreeElement, _ tree: PlacedTree) {
    for (name, most) in [("herken", Int.max), ("bericht", 1), ("formulier", .max), ("tabel", 1)] {
      let found = root.children.filter { sameScalars($0.name, name) }
      if found.isEmpty, name != "tabel" { note(.missing_part, root, tree, ["element": name]) }
      if found.count > most { note(.double_part, found[1], tree, ["element": name]) }
    }
  }
}

// Words that mean something.
extension DialectLoading {
  fileprivate mutating func takeScale(_ element: TreeElement, _ tree: PlacedTree) {
    guard let id = element.token("id") else { return }
    if dialect.scale(id) != nil { note(.double_word, element, tree, ["value": quoted(id)]) }
    var scale = SchoolScale(id: id, line: tree.line(of: element.node) ?? 0)
    for mark in element.children("teken") {
      guard let word = mark.token("woord") else { continue }
      if scale.mark(for: word, decimalSign: dialect.decimalSign) != nil {
        note(.double_word, mark, tree, ["value": quoted(word)])
      } else if let meaning = meaning(of: mark, word, tree) {
        scale.marks.append(SchoolScale.Mark(word: word, meaning: meaning, line: tree.line(of: mark.node) ?? 0))
      }
    }
    dialect.scales.append(scale)
  }

  private mutating func meaning(of mark: TreeElement, _ word: String, _ tree: PlacedTree) -> SchoolScale.Meaning? {
    let (level, absence, reason) = (mark.token("niveau"), mark.token("zonder_niveau"), mark.token("niet_omzetbaar"))
    guard [level, absence, reason].compactMap({ $0 }).count == 1 else {
      note(.meaning, mark, tree, ["value": quoted(word)])
      return nil
    }
    if let absence { return AbsenceReason(rawValue: absence).map(SchoolScale.Meaning.without) }
    if let reason { return .notConvertible(reason) }
    guard let level, !level.isEmpty else {
      let open = fault(.undecided, tree.line(of: mark.node), ["value": quoted(word)])
      unfinished.add(open)
      return .undecided
    }
    guard let id = LevelID(level) else {
      note(.level, mark, tree, ["value": quoted(level)])
      return nil
    }
    return .level(id)
  }

  fileprivate mutating func takeWord(_ element: TreeElement, _ tree: PlacedTree) {
    guard let word = element.token("van") else { return }
    let kind = element.token("soort").flatMap(FormKind.init(rawValue:))
    let role = element.token("rol").flatMap(Role.init(rawValue:))
    let state = element.token("status").flatMap(ReadAgreement.Status.init(rawValue:))
    var isNew = true
    switch (kind, role, state) {
    case (let kind?, nil, nil): isNew = dialect.words.add(word, kind)
    case (nil, let role?, nil): isNew = dialect.words.add(word, role)
    case (nil, nil, let state?): isNew = dialect.words.add(word, state)
    default: note(.meaning, element, tree, ["value": quoted(word)])
    }
    if !isNew { note(.double_word, element, tree, ["value": quoted(word)]) }
  }

  fileprivate mutating func note(
    _ kind: DialectFaultKind, _ element: TreeElement, _ tree: PlacedTree, _ values: [String: String]
  ) {
    note(fault(kind, tree.line(of: element.node), values))
  }

  fileprivate mutating func note(_ fault: Fault) { faults.add(fault) }

  fileprivate func fault(_ kind: DialectFaultKind, _ line: Int?, _ values: [String: String]) -> Fault {
    Fault(.dialect_faulty, kind: kind, line: line, values: values)
  }

  /// What is wrong with the bytes of a dialect is the administrator's, not a school's.
  fileprivate func readable(_ fault: Fault) -> Fault {
    guard fault.code != .dialect_faulty else { return fault }
    return self.fault(.unreadable, fault.line, [:])
  }
}
