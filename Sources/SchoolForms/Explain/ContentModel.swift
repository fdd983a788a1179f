/// What the schema says of the elements that stand in an element: which, in what order and how often.
///
/// libxml2 says of a wrong order only which element it did not expect, and looks at nothing after it. With this model we
/// can say what is missing, misplaced or superfluous, and have the rest looked at all the same.
struct ContentModel: Sendable {
  /// One step of the order.
  struct Particle: Sendable {
    /// The names of our schema of which one may stand here; none for elements of other namespaces.
    let names: [String]
    /// The namespace of elements that are not ours: its name, or `##other` for any.
    let foreign: String?
    /// How often, at least and at most.
    let times: ClosedRange<Int>
  }

  /// The steps in their order.
  let particles: [Particle]
  /// What stands in the elements of each name.
  let inside: [String: ContentModel]

  /// The step at which an element may stand; nil when it may not.
  func particle(for element: TreeElement) -> Int? {
    if element.isOurs {
      let name = element.name
      return particles.firstIndex { $0.names.contains { sameScalars($0, name) } }
    }
    guard let namespace = element.namespace else { return nil }
    return particles.firstIndex { $0.foreign == "##other" || $0.foreign.map { sameScalars($0, namespace) } ?? false }
  }
}

extension ContentModel {
  /// The model of a global element of a schema document; nil when the document has no such element.
  init?(ofElement name: String, in schema: TreeElement) {
    let globals = Array(schema.children("element"))
    let types = Array(schema.children("complexType"))
    guard let declaration = globals.first(where: { $0.attribute("name") == name }) else { return nil }
    self = SchemaDocument(elements: globals, types: types).model(of: declaration)
  }
}

/// The declarations of a schema document, of which our schema uses few kinds.
private struct SchemaDocument {
  let elements: [TreeElement]
  let types: [TreeElement]

  func model(of declaration: TreeElement) -> ContentModel {
    var particles: [ContentModel.Particle] = []
    var inside: [String: ContentModel] = [:]
    func addElements(_ declarations: [TreeElement], times: ClosedRange<Int>) {
      let resolved = declarations.map(resolve)
      particles.append(.init(names: resolved.map(name), foreign: nil, times: times))
      for element in resolved { inside[name(of: element)] = model(of: element) }
    }
    for item in type(of: declaration)?.first("sequence").map({ Array($0.children) }) ?? [] {
      if item.isNamed("any") {
        particles.append(.init(names: [], foreign: item.attribute("namespace"), times: times(of: item)))
      } else {
        addElements(item.isNamed("choice") ? Array(item.children("element")) : [item], times: times(of: item))
      }
    }
    return ContentModel(particles: particles, inside: inside)
  }

  /// The complex type of an element, its own or a named one; nil for a simple type, in which no element stands.
  private func type(of declaration: TreeElement) -> TreeElement? {
    declaration.first("complexType")
      ?? declaration.attribute("type").flatMap { type in types.first { name(of: $0) == localPart(type) } }
  }

  private func resolve(_ declaration: TreeElement) -> TreeElement {
    guard let reference = declaration.attribute("ref") else { return declaration }
    return elements.first { name(of: $0) == localPart(reference) } ?? declaration
  }

  private func name(of declaration: TreeElement) -> String { declaration.attribute("name") ?? "" }

  private func times(of item: TreeElement) -> ClosedRange<Int> {
    let least = item.attribute("minOccurs").flatMap { Int($0) } ?? 1
    let most = item.attribute("maxOccurs").map { Int($0) ?? .max } ?? 1
    return least...max(least, most)
  }

  private func localPart(_ name: String) -> String {
    String(name.unicodeScalars.split(separator: ":").last ?? name.unicodeScalars[...])
  }
}

/// Whether two texts are the same to the code point.
func sameScalars(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
