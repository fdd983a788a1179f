import CLibXML2
import CompetencyCore

/// Makes a dialect of a file, and notes everything that is wrong with it.
struct DialectLoading {
  var dialect: Dialect
  private(set) var faults = FaultList()
  /// What a person must still fill in; the dialect can be used before.
  var unfinished = FaultList()

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
    noteMarksInConversations()
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

  /// The expression of an attribute, checked; nil when it is not there or cannot be used, which is noted.
  mutating func expression(
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
      note(kind, element, tree, values.merging(["word": quoted(word)]) { given, _ in given })
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
    // Without a scale no word of any judgement means anything.
    let judgement = root.children("formulier").lazy.flatMap { $0.children("oordeel") }.first
    if let judgement, root.first("schaal") == nil { note(.scale, judgement, tree, [:]) }
  }

  mutating func note(
    _ kind: DialectFaultKind, _ element: TreeElement, _ tree: PlacedTree, _ values: [String: String]
  ) {
    note(fault(kind, tree.line(of: element.node), values))
  }

  mutating func note(_ fault: Fault) { faults.add(fault) }

  func fault(_ kind: DialectFaultKind, _ line: Int?, _ values: [String: String]) -> Fault {
    Fault(.dialect_faulty, kind: kind, line: line, values: values)
  }

  /// What is wrong with the bytes of a dialect is the administrator's, not a school's.
  func readable(_ fault: Fault) -> Fault {
    guard fault.code != .dialect_faulty else { return fault }
    return self.fault(.unreadable, fault.line, [:])
  }
}
