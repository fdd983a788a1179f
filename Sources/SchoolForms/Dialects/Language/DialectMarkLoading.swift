import CompetencyCore

// Marks, and where they have no place.
extension DialectLoading {
  mutating func takeAssessment(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    form.assessments.append(
      AssessmentRule(
        at: at, part: expression("onderdeel", of: element, tree), value: expression("waarde", of: element, tree, needed: true),
        scale: expression("schaal", of: element, tree), role: expression("rol", of: element, tree, needed: true),
        day: expression("datum", of: element, tree), line: tree.line(of: element.node)))
  }

  /// Notes every mark in a form that is a conversation by a constant; of another form it shows when one is read.
  ///
  /// After the words of the dialect, which may stand behind the form.
  mutating func noteMarksInConversations() {
    for form in dialect.forms {
      guard let kind = form.kind?.constant.flatMap({ dialect.words.kind(collapsed($0)) }), kind.isConversation else { continue }
      for mark in form.assessments {
        note(Fault(.mark_not_here, kind: MarkPlaceKind.dialect, line: mark.line, values: ["form": kind.rawValue]))
      }
    }
  }
}
