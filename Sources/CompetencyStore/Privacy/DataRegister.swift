public import CompetencyCore

/// What the tables hold of people: why each column is kept, and what becomes of it when somebody is erased.
///
/// The register of processing (AVG, article 30), access (article 15), erasure (article 17) and retention go by this and nothing
/// else. A column that is not in it fails a test.
public enum DataRegister {
  /// What a column holds, by which it is known what an erasure does with it.
  public enum Use: String, CaseIterable, Sendable {
    /// A number that ties rows together. It stays.
    case key
    /// Who: the id of a person or a trainee. A made-up one takes its place.
    case person
    /// Who, as a school numbers them. A made-up number takes its place.
    case participant
    /// A name or a number of a person. It is emptied.
    case identity
    /// Words that a person wrote. The row goes.
    case words
    /// What a school named or wrote to tell things apart: ids, codes, names of files. Names and numbers in it are replaced.
    case text
    /// A level, a day, a count. It stays, without a name.
    case fact
    /// What tells whether content is the same. Another takes its place.
    case digest
    /// The bytes of a school's message. What is about the person is cut out.
    case bytes
    /// What somebody signs in with. The row goes.
    case secret
  }

  /// The kind of data that a table holds; nil for a table that is not in the register.
  public static func kind(of table: String) -> DataKind? { kinds.first { $0.value.contains(table) }?.key }

  /// Every table of a database with its kind and what each of its columns holds, by name; asked of the database itself.
  ///
  /// - Returns: nil in the place of what is not in the register.
  public static func tables(
    _ reader: StoreReader
  ) throws -> [(name: String, kind: DataKind?, columns: [(name: String, use: Use?)])] {
    try reader.session.allTables().map { table in
      (table.name, kind(of: table.name), table.columns.map { ($0.name, use(of: $0.name, in: table.name)) })
    }
  }

  /// What a column holds; nil for a column that is not in the register.
  public static func use(of column: String, in table: String) -> Use? {
    exceptions["\(table).\(column)"] ?? uses.first { $0.value.contains(column) }?.key
  }

  private static let kinds: [DataKind: Set<String>] = [
    .company: [
      "company_setting", "profile_task", "profile_task_way", "profile_version", "schema_version", "school_version",
      "shared_device", "task_version", "wall_talk", "wall_task",
    ],
    .people: ["person_version"],
    .trainees: ["trainee_version", "restriction"],
    .progress: [
      "answer", "decision", "form_arrival", "form_reading", "hand_record", "reading_assessment", "reading_line", "route_change",
      "withdrawal",
    ],
    .conversations: [
      "agreement", "agreement_event", "conversation_event", "conversation_note", "conversation_plan", "goal",
      "goal_key_result", "goal_review", "obstacle", "obstacle_end", "own_view", "preparation_answer", "profile_lesson",
      "reading_agreement", "reading_topic",
    ],
    .words: ["written_text"],
    .messages: ["message_arrival", "message_content", "message_piece", "school_message"],
    .looks: ["page_view"],
    .signIn: ["sign_in_secret"],
    .bookings: ["answered_request", "booking", "booking_seal", "erasure", "fact_salt", "resealed_booking"],
  ]

  private static let uses: [Use: Set<String>] = [
    .key: [
      "booking", "ordinal", "position", "number", "undoes", "version", "agreement_booking", "agreement_ordinal",
      "conversation_booking", "conversation_ordinal", "follows_booking", "follows_ordinal", "goal_booking", "goal_ordinal",
      "obstacle_booking", "obstacle_ordinal", "reading_booking", "reading_ordinal", "step_booking", "step_ordinal",
      "version_booking", "version_ordinal", "about_booking", "resealed", "request_key", "salt", "digest",
    ],
    .person: [
      "acting_person", "changed_by", "holder_id", "line_manager_id", "made_by", "mentor_id", "owner_id", "person", "person_id",
      "seen_by", "trainee", "trainee_id", "viewer", "withdrawn_by",
    ],
    .participant: ["participant", "follows_participant"],
    .identity: ["given_name", "name_prefix", "family_name", "personnel_number", "student_number", "programme"],
    .words: ["body"],
    .text: [
      "account", "agreement_id", "dialect", "file_name", "follows", "follows_id", "form_id", "institution_code", "level_written",
      "message_id", "name", "other_numbers", "part_written", "profile_id", "question_id", "replaces", "scale_written",
      "school_id", "school_name", "sender", "follows_sender", "sender_name", "setting_value", "source_path", "task_code",
      "task_group",
      "task_name_written", "task_written", "team", "template_id", "title", "topic_code", "written",
    ],
    .fact: [
      "agreement_status", "applied_at", "change_kind", "changed_on", "changes_week", "contributed_by", "conversation_kind",
      "conversation_minutes", "created_at", "due_on", "ended_on", "expected_end", "extent", "fact_count", "first_seen_on",
      "form_kind", "form_version", "given_on", "ground", "happened_on", "has_nine_digit_numbers", "held_on", "is_remembered",
      "is_restricted", "is_safety", "is_shared", "kind", "learning_way", "level_id", "made_at", "made_on", "meaning",
      "message_count", "minutes", "moved_to", "next_conversation", "note_kind", "owner_role", "page", "pathway", "people_needed",
      "planned_on", "planned_time", "planned_week", "priority", "profile_version", "recorded_at", "repeat_months", "result_kind",
      "reviewed_on", "rhythm", "roles", "said_by_role", "seen_on", "set_on", "side", "source", "source_line", "starts_on",
      "subject", "target_level", "task_count", "template_version", "text_count", "to_level", "training_status", "verdict",
      "was_useful", "withdrawn_on", "without_reason",
    ],
    .digest: ["content_digest"],
    .bytes: ["piece_bytes"],
    .secret: ["hash"],
  ]

  private static let exceptions: [String: Use] = [
    // Who is meant, when the answer says that.
    "answer.meaning_value": .person,
    // The secret of a device is nobody's.
    "shared_device.hash": .key,
  ]
}
