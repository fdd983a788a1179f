import CLibXML2
import CompetencyCore

// The marks in a form.
extension DialectReading {
  /// The marks of a form as the school writes them; in a form that turns out to be a conversation each is a fault.
  mutating func assessments(
    _ rule: FormRule, _ form: xmlNodePtr, in kind: FormKind?, heldOn: CalendarDate
  ) throws(Fault) -> [FormAssessment] {
    var assessments: [FormAssessment] = []
    for rule in rule.assessments {
      for node in try values.nodes(rule.at, from: form) {
        // A place for a mark that nobody filled in is none.
        guard let value = try values.token(rule.value, at: node, most: 1000) else { continue }
        if let kind, kind.isConversation {
          values.note(
            Fault(
              .mark_not_here, kind: MarkPlaceKind.form, line: tree.line(of: value.node), path: tree.path(of: value.node),
              values: ["form": kind.rawValue]))
        } else if let assessment = try assessment(rule, node, value.text, heldOn: heldOn) {
          assessments.append(assessment)
        }
      }
    }
    return assessments
  }

  private mutating func assessment(
    _ rule: AssessmentRule, _ node: xmlNodePtr, _ value: String, heldOn: CalendarDate
  ) throws(Fault) -> FormAssessment? {
    let (days, words) = (dialect.days, dialect.words)
    let part = try values.token(rule.part, at: node)?.text ?? ""
    let scale = try values.token(rule.scale, at: node)?.text ?? ""
    let role = try values.needed(rule.role, at: node, .role) { words.role($0) }
    let day = try values.optional(rule.day, at: node, .day) { days.day($0) } ?? heldOn
    return role.map { FormAssessment(part: part, value: value, scale: scale, role: $0, day: day) }
  }
}
