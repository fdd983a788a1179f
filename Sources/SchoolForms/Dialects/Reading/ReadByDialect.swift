import CompetencyCore

/// Reads a file that is no message of ours by the one dialect that recognises it.
///
/// - Parameters:
///   - utf8: the checked text, looked over within the limits.
///   - lines: the lines of its elements in their order.
///   - file: the name of the file, for the places in problems and forms.
///   - fileDigest: the SHA-256 of the file's bytes, which identifies a message without an id.
///   - nineDigitSenders: whether the sender with these numbers has student numbers of nine digits.
/// - Throws: what makes the file unreadable as a whole: no dialect for it, or more than one; a form that nobody filled in.
func readByDialect(
  _ utf8: UnsafeBufferPointer<UInt8>, lines: [UInt32], file: String, fileDigest: String, dialects: Dialects,
  nineDigitSenders: ([OrganisationNumber]) -> Bool
) throws(Fault) -> FormReadingResult {
  let tree = try PlacedTree(utf8, lines: lines)
  if let fault = FormDefinition.faultBeforeDialects(tree) { throw fault }
  var found: [Dialect] = []
  for entry in dialects.entries where entry.problems.isEmpty {
    if try entry.dialect.recognises(tree) { found.append(entry.dialect) }
  }
  let broken = dialects.entries.filter { !$0.problems.isEmpty && (found.isEmpty || $0.dialect.mayRecognise(tree.root)) }
  if !broken.isEmpty {
    // The file might be this dialect's; to guess that it is not would hide what must be repaired.
    return .refused(Array(broken.flatMap(\.problems).prefix(Limits.shownFaults)))
  }
  if found.count > 1 {
    var fault = Fault(.dialect_ambiguous, values: ["list": quoted(list: found.map(\.name), most: 80)])
    fault.line = tree.line(of: tree.root.node)
    throw fault
  }
  guard let dialect = found.first else {
    if let fault = FormDefinition.fault(tree) { throw fault }
    throw unknownForm(tree)
  }
  return try dialect.read(tree, file: file, fileDigest: fileDigest, nineDigitSenders: nineDigitSenders)
}

extension Dialect {
  /// Whether a file is in this dialect: by the name of its root, and by what must hold besides.
  func recognises(_ tree: PlacedTree) throws(Fault) -> Bool {
    let matching = recognitions.filter { $0.matches(tree.root) }
    guard !matching.isEmpty else { return false }
    if matching.contains(where: { $0.condition == nil }) { return true }
    let names = MissingNamespace(in: tree.root, for: self)
    defer { names.undo() }
    if let headingRow { TablePreparation.prepare(tree.root, headingRow: headingRow) }
    let values = try DialectValues(self, tree)
    for recognition in matching {
      guard let condition = recognition.condition else { continue }
      values.run.setForm(tree.root.node)
      if try values.holds(condition, at: tree.root.node) { return true }
    }
    return false
  }

  /// Whether a broken dialect might be meant for a file with this root.
  func mayRecognise(_ root: TreeElement) -> Bool { recognitions.contains { $0.matches(root) } }

  /// Reads a file in this dialect.
  func read(
    _ tree: PlacedTree, file: String, fileDigest: String, nineDigitSenders: ([OrganisationNumber]) -> Bool
  ) throws(Fault) -> FormReadingResult {
    try prepared(tree) { (values) throws(Fault) in
      try withoutActuallyEscaping(nineDigitSenders) { (nineDigitSenders) throws(Fault) in
        var reading = DialectReading(values, file: file, nineDigitSenders: nineDigitSenders)
        return try reading.read(fileDigest: fileDigest)
      }
    }
  }

  /// Calls the closure while a file stands as this dialect reads it: names in its namespace, and cells numbered.
  func prepared<Result>(_ tree: PlacedTree, _ body: (DialectValues) throws(Fault) -> Result) throws(Fault) -> Result {
    let names = MissingNamespace(in: tree.root, for: self)
    defer { names.undo() }
    if let headingRow { TablePreparation.prepare(tree.root, headingRow: headingRow) }
    let values = try DialectValues(self, tree)
    values.run.setForm(tree.root.node)
    return try body(values)
  }
}

extension Recognition {
  /// Whether a root has this name, in one of these namespaces.
  func matches(_ root: TreeElement) -> Bool {
    guard sameScalars(root.name, localName) else { return false }
    let namespace = root.namespace
    return namespaces.contains { known in
      guard let known, let namespace else { return known == nil && namespace == nil }
      return sameScalars(known, namespace)
    }
  }
}

private func unknownForm(_ tree: PlacedTree) -> Fault {
  let (root, namespace) = (tree.root, tree.root.namespace ?? "")
  var fault = Fault(.unknown_form, values: ["element": quoted(root.name, most: 40), "namespace": quoted(namespace, most: 60)])
  (fault.line, fault.path) = (tree.line(of: root.node), tree.path(of: root.node))
  return fault
}
