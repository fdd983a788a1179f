import CompetencyCore

extension Dialects {
  /// A form of a school as it came, with what is known written where its dialect says that it is written.
  ///
  /// - Parameter file: the name of the form, for the places of what could not be written.
  /// - Throws: why it cannot be filled in.
  public func fill(_ bytes: [UInt8], file: String, with answers: FormAnswers) throws(FillingObstacle) -> FilledForm {
    let result: Result<FilledForm, FillingObstacle>
    do throws(Fault) {
      let text = try XMLText(decoding: bytes)
      let shape = try TextShape(of: bytes, mark: ByteOrderMark(of: bytes))
      result = try text.withUTF8 { (utf8) throws(Fault) in
        var scan = MarkupScan(utf8)
        try scan.run()
        let tree = try PlacedTree(utf8, lines: scan.elementLines)
        guard !tree.root.isOurs else { return .failure(.canonical) }
        guard let dialect = try only(for: tree) else { return .failure(.unreadable) }
        guard dialect.canBeFilled else { return .failure(.noAnchors(dialect: dialect.name)) }
        return try dialect.prepared(tree) { (values) throws(Fault) in
          let anchors = WriteAnchor(tree, dialect, text: utf8)
          var filling = FormFilling(DialectReading(values, file: file) { _ in true }, anchors, answers, shape)
          try filling.run()
          return .success(
            FilledForm(
              bytes: shape.splice(filling.edits, into: bytes, of: utf8), count: filling.count,
              otherStudents: filling.others.count, losses: filling.losses))
        }
      }
    } catch {
      throw .unreadable
    }
    return try result.get()
  }

  /// The one dialect that reads a file; nil for none or more.
  func only(for tree: PlacedTree) throws(Fault) -> Dialect? {
    var found: [Dialect] = []
    for entry in entries where entry.problems.isEmpty {
      if try entry.dialect.recognises(tree) { found.append(entry.dialect) }
    }
    return found.count == 1 ? found[0] : nil
  }
}
