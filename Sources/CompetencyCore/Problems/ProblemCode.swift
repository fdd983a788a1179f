/// Every kind of problem that a person can meet; each has a text in every language under `problem.<code>`.
public enum ProblemCode: String, Sendable, CaseIterable {
  // Files as a whole.
  case file_not_found, file_unreadable, file_empty, not_xml, bad_encoding, too_large, doctype_refused
  case not_well_formed, truncated, unknown_form, newer_form_version, schema_fault, bsn_refused, signature_not_checked
  // Files that a dialect reads, and dialects themselves.
  case form_value, form_definition, field_twice, xpath_budget, level_not_convertible, dialect_faulty, dialect_ambiguous
  case dialect_not_found, draft_impossible
  // Templates of conversations, the words of hints, and the files in which a conversation is written down.
  case template_faulty, template_not_found, mark_not_here, hints_faulty, record_file
  // Messages and forms against what is known.
  case message_changed, replaces_itself, form_dropped, form_reused, unknown_sender
  case unknown_trainee, name_differs, unknown_task, unknown_level
  // The company's CSV.
  case csv_quote, csv_width, csv_missing_column, csv_unknown_column, csv_double_column, csv_bad_value, csv_empty_value
  case csv_double_row, csv_unknown_reference, no_company_files, sign_refused
  // What a person typed.
  case person_not_found, person_ambiguous, task_not_found, profile_not_found, booking_not_found, item_not_found
  case item_ambiguous, level_not_found, date_not_understood, date_in_future, assignment_not_understood, reason_needed
  case acting_person_needed, not_allowed, answer_not_understood, id_taken, format_unknown
  case setup_in_use, task_twice, wrong_item, team_not_found, command_mistyped, who_is_asked, value_not_understood
  // Conversations and what follows from them.
  case conversation_not_found, no_conversation, no_conversation_then, conversation_planned, conversation_began, nothing_recorded,
    only_trainee
  case date_past, no_rhythm, holder_not_near, question_not_found, agreement_not_found, agreement_closed, agreement_without_words
  case nothing_to_change
  case drop_reason_needed, goal_not_found, goal_without_words, obstacle_not_found, obstacle_without_words
  // Routes that are planned anew.
  case replan_without_reason, task_not_on_route, plan_not_understood, week_over
  // What goes back to a school.
  case return_impossible, own_number_needed, level_unsaid, own_form_impossible, level_not_written
  // The store and the machine.
  case database_missing, database_newer, database_damaged, not_a_database, not_durable, busy, disk_full, out_of_memory
  case export_faulty, export_target, restore_target, restore_in_use, backup_target, erase_by_name, erase_stays, terms_faulty
  case leftover_file, rights_too_wide, journal_not_wal, message_differs, seal_broken, page_changed, pages_unjudged
  case read_failed, write_failed, save_unconfirmed, no_permission, folder_missing, output_failed
  case texts_faulty, texts_differ, template_missing, interrupted
  case print_program_missing, print_failed, folder_needed, wall_not_discussed, wall_without_tasks, unexpected
  // The pages and who signs in on them.
  case cannot_listen, plain_http_refused, origin_not_understood, secret_weak, secret_common

  /// How much it matters.
  public var severity: Problem.Severity {
    switch self {
    case .unknown_trainee, .name_differs, .unknown_task, .unknown_level, .form_reused: .question
    case .signature_not_checked, .form_dropped, .unknown_sender, .level_not_convertible: .warning
    case .leftover_file, .journal_not_wal, .pages_unjudged, .texts_differ, .level_unsaid, .level_not_written: .warning
    default: .error
    }
  }
}
