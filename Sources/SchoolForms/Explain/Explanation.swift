import CompetencyCore

/// Notes every fault of an element that the schema refuses, in our own words.
///
/// - Parameter isLeftAlone: elements that are looked at elsewhere.
func explain(
  _ element: TreeElement, against model: ContentModel, by check: SchemaCheck, noting faults: inout FaultList,
  leavingAlone isLeftAlone: @escaping (TreeElement) -> Bool = { _ in false }
) throws(Fault) {
  let copy = try OwnDocument(copying: element, whole: true)
  forEachPair(element, copy.root) { $1.original = $0 }
  ContentRepair(isLeftAlone: isLeftAlone).repair(copy.root, by: model, noting: &faults)
  noteValueFaults(from: check.errors(in: copy.root, ignoring: isLeftAlone), noting: &faults)
}

/// The fault of an element that the schema refuses for a reason that we have no words for.
func unexplained(_ element: TreeElement) -> Fault {
  let values = ["element": quoted(element.name, most: 40)]
  return Fault(.schema_fault, kind: SchemaFaultKind.other, line: element.mark.line, path: element.path, values: values)
}
