import CLibXML2
import CompetencyCore

/// Finds every element that is missing, misplaced or superfluous in a copied tree, and sets the copy right, so that
/// libxml2 looks at all the rest of it.
struct ContentRepair {
  /// What was found, in the order of the document.
  private(set) var faults: [Fault] = []
  private let isLeftAlone: (TreeElement) -> Bool

  /// A repair that does not look into some elements.
  init(leavingAlone isLeftAlone: @escaping (TreeElement) -> Bool) { self.isLeftAlone = isLeftAlone }

  /// Looks at an element of the copy and all that stands in it.
  mutating func repair(_ element: TreeElement, by model: ContentModel) {
    let children = Array(element.children)
    let places = children.map { model.particle(for: $0) }
    let inOrder = longestOrdered(places)
    var kept: [[TreeElement]] = Array(repeating: [], count: model.particles.count)
    var dropped: [TreeElement] = []
    for (index, child) in children.enumerated() {
      guard let place = places[index] else {
        note(.unexpected_element, child, in: element)
        dropped.append(child)
        continue
      }
      if kept[place].count == model.particles[place].times.upperBound {
        note(.repeated_element, child, in: element)
        dropped.append(child)
        continue
      }
      if !inOrder.contains(index) { note(.misplaced_element, child, in: element) }
      kept[place].append(child)
    }
    let missing = model.particles.indices.filter { kept[$0].count < model.particles[$0].times.lowerBound }
    for place in missing { note(missing: model.particles[place], in: element) }
    for child in children where model.particle(for: child) != nil && child.isOurs && !isLeftAlone(child) {
      if let inside = model.inside[child.name] { repair(child, by: inside) }
    }
    guard !dropped.isEmpty || !missing.isEmpty || inOrder.count < children.count else { return }
    rebuild(element, kept: kept, dropped: dropped, model: model)
  }

  /// Puts the children in the order of the model, with an empty element for each that is missing.
  private func rebuild(_ element: TreeElement, kept: [[TreeElement]], dropped: [TreeElement], model: ContentModel) {
    for child in dropped {
      xmlUnlinkNode(child.node)
      xmlFreeNode(child.node)
    }
    for child in kept.joined() { xmlUnlinkNode(child.node) }
    for (place, particle) in model.particles.enumerated() {
      for child in kept[place] { xmlAddChild(element.node, child.node) }
      guard let name = particle.names.first else { continue }
      for _ in kept[place].count..<max(kept[place].count, particle.times.lowerBound) {
        xmlAddChild(element.node, xmlNewDocNode(element.node.pointee.doc, element.node.pointee.ns, name, nil))
      }
    }
  }

  private mutating func note(_ kind: SchemaFaultKind, _ child: TreeElement, in parent: TreeElement) {
    guard let original = child.original else { return }
    let values = ["element": quoted(child.name, most: 40), "parent": quoted(parent.name, most: 40)]
    faults.append(Fault(.schema_fault, kind: kind, line: original.mark.line, path: original.path, values: values))
  }

  private mutating func note(missing particle: ContentModel.Particle, in parent: TreeElement) {
    guard let original = parent.original else { return }
    let values = ["element": particle.names.joined(separator: " / "), "parent": quoted(parent.name, most: 40)]
    faults.append(
      Fault(.schema_fault, kind: SchemaFaultKind.missing_element, line: original.mark.line, path: original.path, values: values))
  }
}

/// The indices of a longest run of places, gaps left out, in which no place comes before one that went before it.
///
/// When one element stands in the wrong place, that element is named and not all that come after it.
private func longestOrdered(_ places: [Int?]) -> Set<Int> {
  // For each place the best run that ends there: its length and its last index.
  var best: [(length: Int, last: Int)] = Array(repeating: (0, -1), count: (places.compactMap { $0 }.max() ?? -1) + 1)
  var previous = Array(repeating: -1, count: places.count)
  for (index, place) in places.enumerated() {
    guard let place else { continue }
    let longest = best[...place].max { $0.length < $1.length } ?? (0, -1)
    previous[index] = longest.last
    best[place] = (longest.length + 1, index)
  }
  var index = best.max { $0.length < $1.length }?.last ?? -1
  var run: Set<Int> = []
  while index >= 0 {
    run.insert(index)
    index = previous[index]
  }
  return run
}
