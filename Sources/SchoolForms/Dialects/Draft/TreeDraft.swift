import CLibXML2
import CompetencyCore

/// A draft for XML of any shape: rows that repeat and hold a code and a score, in a form with a number and a day.
struct TreeDraft {
  private let root: TreeElement
  private var spaces: [(prefix: String, uri: String)] = []

  init(_ root: TreeElement) {
    self.root = root
    collectSpaces(root)
  }

  /// What was found; nil without rows that look like judgements.
  var parts: DraftParts? {
    let rows = shapes(below: root).compactMap(row).max { $0.strength < $1.strength }
    guard let rows else { return nil }
    var parts = DraftParts()
    parts.namespaces = spaces.map { ($0.prefix, $0.uri, false) }
    parts.root = name(root)
    parts.judgements = rows.judgements
    parts.words = rows.words
    fillForm(&parts, rows)
    if let school = sources(of: root, to: 4).first(where: { DraftSigns.isSchool($0.value) }) { parts.school = school.path }
    return parts
  }

  // Rows.

  private struct Rows {
    let elements: [TreeElement]
    let judgements: [DraftParts.Judgement]
    let words: [String]
    let strength: Int
  }

  /// The elements that stand in each other by the same names, by those names.
  private func shapes(below root: TreeElement) -> [[TreeElement]] {
    var shapes: [ExactKey: [TreeElement]] = [:]
    var order: [ExactKey] = []
    func walk(_ element: TreeElement, _ path: String) {
      for child in element.children {
        let key = ExactKey(path + "/" + name(child))
        if shapes[key] == nil { order.append(key) }
        shapes[key, default: []].append(child)
        walk(child, key.text)
      }
    }
    walk(root, "")
    return order.compactMap { shapes[$0] }
  }

  private func row(_ elements: [TreeElement]) -> Rows? {
    guard elements.count > 1 else { return nil }
    var values: [(path: String, values: [String])] = []
    for element in elements {
      for source in sources(of: element, to: 1) {
        if let index = values.firstIndex(where: { sameScalars($0.path, source.path) }) {
          values[index].values.append(source.value)
        } else {
          values.append((source.path, [source.value]))
        }
      }
    }
    let filled = values.filter { $0.values.contains { !$0.isEmpty } }
    guard
      let task = filled.first(where: { source in
        source.values.count == elements.count && source.values.allSatisfy(DraftSigns.isCode)
      })
    else { return nil }
    let scoreWords = ["niveau", "score", "oordeel", "stap", "beoordeling", "resultaat", "waarde", "level", "cijfer"]
    let scores = filled.filter { source in
      !sameScalars(source.path, task.path) && DraftSigns.areScores(source.values.filter { !$0.isEmpty })
        && !source.values.allSatisfy(DraftSigns.isCode)
    }
    let named = scores.filter { DraftSigns.isNamed($0.path, scoreWords) }
    let chosen = named.isEmpty ? Array(scores.prefix(1)) : named
    guard !chosen.isEmpty else { return nil }
    let others = filled.filter { other in
      !chosen.contains { sameScalars($0.path, other.path) } && !sameScalars(other.path, task.path)
    }
    let title = others.first { DraftSigns.isNamed($0.path, ["titel", "naam", "omschrijving", "title"]) }
    let note = others.first { DraftSigns.areNotes($0.values) && !sameScalars($0.path, title?.path ?? "") }
    let at = path(of: elements[0])
    let judgements = chosen.map { score in
      DraftParts.Judgement(at: at, task: task.path, taskName: title?.path ?? "", level: score.path, note: note?.path ?? "")
    }
    let words = DraftSigns.distinct(chosen.flatMap(\.values))
    return Rows(elements: elements, judgements: judgements, words: words, strength: elements.count * (named.isEmpty ? 1 : 3))
  }

  // The form around the rows.

  private func fillForm(_ parts: inout DraftParts, _ rows: Rows) {
    guard let row = rows.elements.first else { return }
    var around: [TreeElement] = []
    var next = row.parent
    while let element = next {
      around.append(element)
      next = element.parent
    }
    let (judged, rowName) = (parts.judgements, name(row))
    for form in around {
      let found = sources(of: form, to: 3).filter { !isInRow($0.path, rowName) }
      let day = found.first { DraftSigns.day($0.value) != nil }
      let numbers = found.filter {
        DraftSigns.isNumber($0.value) && !DraftSigns.isSchool($0.value) && !DraftSigns.isNamed($0.path, ["form", "bericht"])
      }
      let number =
        numbers.first { DraftSigns.isNamed($0.path, ["student", "leerling", "deelnemer", "nr", "nummer"]) } ?? numbers.first
      guard form.node == root.node || (day != nil && number != nil) else { continue }
      parts.form = form.node == root.node ? "." : path(of: form)
      let steps = distance(from: row, to: form)
      for index in judged.indices { parts.judgements[index].at = steps }
      parts.day = day?.path ?? ""
      parts.dayPattern = day.flatMap { DraftSigns.day($0.value) } ?? ""
      parts.number = number?.path ?? ""
      let names = found.filter { DraftSigns.isName($0.value) }
      parts.name = (names.first { DraftSigns.isNamed($0.path, ["naam", "name"]) } ?? names.first)?.path ?? ""
      return
    }
  }

  private func isInRow(_ path: String, _ rowName: String) -> Bool {
    path.utf8.split(separator: Sign.slash).contains { $0.elementsEqual(rowName.utf8) }
  }

  /// The names from a form to its rows: `wp`, `onderdelen/onderdeel`.
  private func distance(from row: TreeElement, to form: TreeElement) -> String {
    var steps = [name(row)]
    var next = row.parent
    while let element = next, element.node != form.node {
      steps.append(name(element))
      next = element.parent
    }
    return steps.reversed().joined(separator: "/")
  }

  // Names and values.

  /// The values in an element, with the paths to them; children of one name are told apart by their attribute.
  private func sources(of element: TreeElement, to depth: Int) -> [(path: String, value: String)] {
    var found: [(path: String, value: String)] = []
    for attribute in element.attributes where attribute.node.pointee.ns == nil {
      found.append(("@" + attribute.name, collapsed(attribute.value)))
    }
    if depth == 0 { return found }
    let children = Array(element.children)
    for child in children {
      var step = name(child)
      if children.count(where: { sameScalars(name($0), step) }) > 1 || isToldApart(child) {
        guard let attribute = child.attributes.first(where: { _ in true }), !attribute.value.utf8.contains(Sign.apostrophe),
          depth == 1 || isToldApart(child)
        else { continue }
        step += "[@\(attribute.name)='\(attribute.value)']"
      }
      if child.children.first(where: { _ in true }) == nil { found.append((step, collapsed(child.text))) }
      for source in sources(of: child, to: depth - 1) where !isToldApart(child) {
        found.append((step + "/" + source.path, source.value))
      }
    }
    return found
  }

  /// Whether a leaf has one attribute that says which of its kind it is, such as `<score wie="po">`.
  private func isToldApart(_ element: TreeElement) -> Bool {
    let attributes = Array(element.attributes)
    guard attributes.count == 1, element.children.first(where: { _ in true }) == nil else { return false }
    return DraftSigns.isNamed(attributes[0].name, ["wie", "rol", "door", "naam", "name", "type"])
  }

  private func path(of element: TreeElement) -> String {
    var steps: [String] = []
    var next: TreeElement? = element
    while let current = next, current.node != root.node {
      steps.append(name(current))
      next = current.parent
    }
    return steps.reversed().joined(separator: "/")
  }

  private func name(_ element: TreeElement) -> String {
    guard let uri = element.namespace, let space = spaces.first(where: { sameScalars($0.uri, uri) }) else { return element.name }
    return space.prefix + ":" + element.name
  }

  private mutating func collectSpaces(_ element: TreeElement) {
    if let uri = element.namespace, !spaces.contains(where: { sameScalars($0.uri, uri) }) {
      spaces.append((spaces.isEmpty ? "r" : "r\(spaces.count + 1)", uri))
    }
    for child in element.children { collectSpaces(child) }
  }
}
