import CompetencyCore

/// What is wrong with a dialect; each has a text under `problem.dialect_faulty.<kind>`.
enum DialectFaultKind: String, CaseIterable {
  /// The file is no XML that we read; or is XML, but no dialect.
  case unreadable, no_dialect
  /// The file against its schema.
  case element, missing_attribute, unknown_attribute, value, too_long, text
  /// A part that every dialect has is not there, or is there twice.
  case missing_part, double_part
  /// An XPath expression.
  case xpath, axis, function, variable, prefix, heavy
  /// Ids, words and patterns.
  case day_pattern, double_word, meaning, level, scale, root_prefix
  /// What a person must still fill in.
  case unfinished, undecided
  /// The sample forms.
  case no_samples, no_expected, sample_refused, sample_differs, sample_other
}

/// What is wrong with a value that a dialect reads; each has a text under `problem.form_value.<kind>`.
enum FormValueKind: String, CaseIterable {
  case missing, day, moment, kind, role, state, topic, scale, task, sender, number, too_long, no_forms
}

/// Where a mark stands that has no place there; each has a text under `problem.mark_not_here.<kind>`.
enum MarkPlaceKind: String, CaseIterable {
  /// A dialect whose form is a conversation; a form of which that shows when it is read.
  case dialect, form
}

/// What was sent instead of a filled form; each has a text under `problem.form_definition.<kind>`.
enum FormDefinitionKind: String, CaseIterable {
  case unfilled, dialect, moodle, limesurvey, xforms, infopath, fhir
}

/// What stands twice; each has a text under `problem.field_twice.<kind>`.
enum FieldTwiceKind: String, CaseIterable {
  case field, judgement, agreement, form
}
