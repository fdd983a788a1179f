extension ProblemCode {
  /// Whether only the school can mend it: something is wrong with the file that it sent.
  ///
  /// What our own administration must answer or do (a task that is not known here, a newer program) is not for the school.
  public var isForSchool: Bool {
    switch self {
    case .file_empty, .not_xml, .bad_encoding, .too_large, .doctype_refused, .not_well_formed, .truncated, .unknown_form,
      .schema_fault, .bsn_refused, .message_changed, .replaces_itself:
      true
    default: false
    }
  }
}

extension Problem {
  /// The kinds of such a problem in what the company itself wrote.
  private static let ownKinds = ["company", "row", "own_row", "typed"]

  /// Whether the school that sent the file must mend it.
  public var isForSchool: Bool {
    code.isForSchool && !Self.ownKinds.contains { kind in values["kind"].map { sameBytes($0, kind) } ?? false }
  }
}
