import CLibXML2
import CompetencyCore

/// Finds every element that is missing, misplaced or superfluous in a copied tree, and sets the copy right, so that
/// libxml2 looks at all the rest of it.
struct ContentRepair {
  /// Elements that are not looked into.
  let isLeftAlone: (TreeElement) -> Bool

  /// Looks at an element of the copy and all that stands in it.
  func repair(_ element: TreeElement, by model: ContentModel, noting faults: inout FaultList) {
    let children = Array(element.children)
    let places = children.map { model.particle(for: $0) }
    let inOrder = longestOrdered(places)
    var kept: [[TreeElement]] = Array(repeating: [], count: model.particles.count)
    var dropped: [TreeElement] = []
    for (index, child) in children.enumerated() {
      guard let place = places[index] else {
        faults.add(fault(.unexpected_element, child, in: element))
        dropped.append(child)
        continue
      }
      if kept[place].count == model.particles[place].times.upperBound {
        faults.add(fault(.repeated_element, child, in: element))
        dropped.append(child)
        continue
      }
      if !inOrder.contains(index) { faults.add(fault(.misplaced_element, child, in: element)) }
      kept[place].append(child)
      guard child.isOurs, !isLeftAlone(child), let inside = model.inside[child.name] else { continue }
      repair(child, by: inside, noting: &faults)
    }
    let missing = model.particles.indices.filter { kept[$0].count < model.particles[$0].times.lowerBound }
    for place in missing { faults.add(fault(missing: model.particles[place], in: element)) }
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

  private func fault(_ kind: SchemaFaultKind, _ child: TreeElement, in parent: TreeElement) -> Fault {
    fault(kind, at: child, ["element": quoted(child.name, most: 40), "parent": quoted(parent.name, most: 40)])
  }

  private func fault(missing particle: ContentModel.Particle, in parent: TreeElement) -> Fault {
    let values = ["element": particle.names.joined(separator: " / "), "parent": quoted(parent.name, most: 40)]
    return fault(.missing_element, at: parent, values)
  }

  private func fault(_ kind: SchemaFaultKind, at element: TreeElement, _ values: [String: String]) -> Fault {
    // Only what the file has is looked at here, so every element has an original.
    let place = element.original ?? element
    return Fault(.schema_fault, kind: kind, line: place.mark.line, path: place.path, values: values)
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
