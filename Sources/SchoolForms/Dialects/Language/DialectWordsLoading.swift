import CompetencyCore

// Words that mean something.
extension DialectLoading {
  mutating func takeScale(_ element: TreeElement, _ tree: PlacedTree) {
    guard let id = element.token("id") else { return }
    if dialect.scale(id) != nil { note(.double_word, element, tree, ["value": quoted(id)]) }
    var scale = SchoolScale(id: id, line: tree.line(of: element.node) ?? 0)
    for mark in element.children("teken") {
      guard let word = mark.token("woord") else { continue }
      if scale.mark(for: word, decimalSign: dialect.decimalSign) != nil {
        note(.double_word, mark, tree, ["value": quoted(word)])
      } else if let meaning = meaning(of: mark, word, tree) {
        scale.marks.append(
          SchoolScale.Mark(
            word: word, meaning: meaning, isWritten: mark.token("schrijf") != nil, line: tree.line(of: mark.node) ?? 0))
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

  mutating func takeWord(_ element: TreeElement, _ tree: PlacedTree) {
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
}
