/// Why bytes are no text that we read; each has a text under `problem.bad_encoding.<kind>`.
enum EncodingFaultKind: String, CaseIterable {
  /// The declaration names an encoding outside the list, or the first bytes are those of one.
  case unsupported
  /// The declaration says one encoding, the bytes are another.
  case mismatch
  /// Bytes that are no sign in the encoding.
  case unreadable
  /// A control character that XML forbids.
  case control
}

/// What is not well-formed; each has a text under `problem.not_well_formed.<kind>`.
enum MarkupFaultKind: String, CaseIterable {
  case unclosed_tag, unfinished_tag, stray_ampersand, stray_less_than, missing_quote, unknown_entity, wrong_reference
  case outside_root, late_declaration, double_attribute, attribute, undeclared_prefix, other
}

/// What is too large; each has a text under `problem.too_large.<kind>`.
enum SizeFaultKind: String, CaseIterable {
  case tag, attributes, depth, text, comment, form, form_elements, before_forms, beside_forms, other_file, other_elements
  case message
}

/// How a file goes against the schema; each has a text under `problem.schema_fault.<kind>`.
enum SchemaFaultKind: String, CaseIterable {
  case missing_element, unexpected_element, misplaced_element, repeated_element, missing_attribute, unexpected_attribute
  case text_not_allowed, not_in_list, too_long, empty_value, wrong_day, wrong_moment, wrong_id, wrong_value
  case duplicate, unknown_reference, other, more
}

/// Why a file cannot be read; each has a text under `problem.file_unreadable.<kind>`.
enum UnreadableKind: String, CaseIterable {
  case directory, permission, failed
}
