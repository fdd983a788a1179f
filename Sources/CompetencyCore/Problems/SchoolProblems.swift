extension ProblemCode {
  /// Whether only the school can mend it: something is wrong with the file that it sent.
  ///
  /// What our own administration must answer or do (a task that is not known here, a dialect, a newer program) is not for
  /// the school.
  public var isForSchool: Bool {
    switch self {
    case .file_empty, .not_xml, .bad_encoding, .too_large, .doctype_refused, .not_well_formed, .truncated, .unknown_form,
      .schema_fault, .bsn_refused, .message_changed, .replaces_itself, .form_value, .form_definition, .field_twice:
      true
    default: false
    }
  }

  /// The kinds of such a problem that are ours to mend all the same: what the company itself wrote, and what its dialect
  /// must know of the school's words.
  fileprivate var ownKinds: [String] {
    switch self {
    case .form_value: ["kind", "role", "state", "topic", "scale", "sender", "no_forms"]
    case .form_definition: ["dialect"]
    default: ["company", "row", "own_row", "typed"]
    }
  }
}

extension Problem {
  /// Whether the school that sent the file must mend it.
  public var isForSchool: Bool {
    code.isForSchool && !code.ownKinds.contains { kind in values["kind"].map { sameBytes($0, kind) } ?? false }
  }
}
