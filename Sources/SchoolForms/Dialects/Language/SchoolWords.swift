import CompetencyCore

/// A school's words for kinds of form, roles and states of an agreement; our own words always count too.
struct SchoolWords: Sendable {
  private var kinds: [ExactKey: FormKind] = [:]
  private var roles: [ExactKey: Role] = [:]
  private var states: [ExactKey: ReadAgreement.Status] = [:]

  mutating func add(_ word: String, _ kind: FormKind) -> Bool { kinds.updateValue(kind, forKey: ExactKey(word)) == nil }
  mutating func add(_ word: String, _ role: Role) -> Bool { roles.updateValue(role, forKey: ExactKey(word)) == nil }
  mutating func add(_ word: String, _ state: ReadAgreement.Status) -> Bool {
    states.updateValue(state, forKey: ExactKey(word)) == nil
  }

  func kind(_ word: String) -> FormKind? { kinds[ExactKey(word)] ?? FormKind(rawValue: word) }

  /// A role that says something of a task; hr and beheer have no place in a form.
  func role(_ word: String) -> Role? { roles[ExactKey(word)] ?? Role(rawValue: word).flatMap { $0.judges ? $0 : nil } }

  func state(_ word: String) -> ReadAgreement.Status? { states[ExactKey(word)] ?? ReadAgreement.Status(rawValue: word) }
}
