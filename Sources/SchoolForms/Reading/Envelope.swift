/// What stands around the forms of a message, with the first form in it: the root of which the other forms are left out.
///
/// The schema says of the root where forms may stand and wants at least one; every other form is held against the schema
/// by itself while it streams past.
final class Envelope {
  private let document: OwnDocument
  private var lastIsForm: Bool

  /// An envelope from the tree of the beginning of a message, up to the end of its first form.
  init(_ opening: OwnDocument, lines: [UInt32]) {
    document = opening
    var table = LineTable(lines)
    table.markAll(opening.root)
    let first = opening.root.children.first { $0.isForm }
    if let first { first.mark.formNumber = 1 }
    lastIsForm = first != nil
  }

  /// The root of it.
  var root: TreeElement { document.root }

  /// The first form of the message; nil when there is none.
  var firstForm: TreeElement? { root.children.first { $0.mark.formNumber == 1 } }

  /// Whether the next form must show, without its content, that it or what is before it is misplaced.
  var needsEmptyForms: Bool { !lastIsForm }

  /// Adds the next part of the message.
  func add(_ part: TreeElement) throws(Fault) {
    let number = part.mark.formNumber
    defer { lastIsForm = number > 0 }
    if number > 1 && lastIsForm { return }
    // A later form that does not follow on a form shows, without its content, that it or what is before it is misplaced.
    let copy = try document.append(copyOf: part, whole: number <= 1)
    if number > 1 { copy.mark = part.mark } else { forEachPair(part, copy) { $1.mark = $0.mark } }
  }

  /// Whether it is as the schema says, the ids of its levels too.
  func isRight(by check: SchemaCheck) -> Bool { check.accepts(root) && !Scales.hasDoubles(in: root) }

  /// Notes what is wrong with it and the first form, which the schema refuses.
  func explain(by check: SchemaCheck, against schema: Schema, noting faults: inout FaultList) throws(Fault) {
    try SchoolForms.explain(root, against: schema.message, by: check, noting: &faults) { element in
      element.original.map { $0.mark.formNumber > 1 } ?? false
    }
    Scales.noteDoubles(in: root, noting: &faults)
    if let firstForm { noteWrongKeys(in: firstForm, noting: &faults) }
  }
}
