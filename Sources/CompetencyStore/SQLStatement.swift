/// Every statement that the program runs; the text of each stands in a file of its own in `SQL/`.
///
/// The number of a case is its place among what a session prepared: asking a dictionary for a name takes longer than SQLite
/// takes to bind a row.
enum SQLStatement: Int, CaseIterable {
  case add_answer
  case add_booking
  case add_company_setting
  case add_decision
  case add_form_arrival
  case add_form_reading
  case add_hand_record
  case add_message_arrival
  case add_message_content
  case add_message_piece
  case add_person_version
  case add_profile_task
  case add_profile_version
  case add_reading_agreement
  case add_reading_line
  case add_reading_topic
  case add_schema_version
  case add_school_message
  case add_school_version
  case add_task_version
  case add_trainee_version
  case add_withdrawal
  case add_written_text
  case agreements_of_reading
  case all_answers
  case all_bookings
  case all_corrections
  case all_decisions
  case all_form_arrivals
  case all_form_readings
  case all_hand_records
  case all_message_arrivals
  case all_person_versions
  case all_profile_tasks
  case all_profile_versions
  case all_reading_agreements
  case all_reading_lines
  case all_school_versions
  case all_task_versions
  case all_trainee_versions
  case all_withdrawals
  case arrivals_of_form
  case arrivals_of_message
  case arrivals_of_participant
  case content_of_message
  case corrections_of_message
  case decisions_of_trainee
  case hand_records_of_trainee
  case kept_message
  case lines_of_reading
  case message_names
  case participants_of_trainee
  case reading_source
  case readings_of_participant
  case schema_versions
  case setting_value
  case texts_of_booking_fact
  case trainees_of_participant
  case waiting_participants
  case withdrawals_of_trainee

  /// The name of the statement, which is that of its file.
  var name: String { "\(self)" }

  /// The text of the statement, the same for SQLite and PostgreSQL.
  var sql: String { String(decoding: bytes, as: UTF8.self) }

  private var bytes: [UInt8] {
    switch self {
    case .add_answer: PackageResources.add_answer_sql
    case .add_booking: PackageResources.add_booking_sql
    case .add_company_setting: PackageResources.add_company_setting_sql
    case .add_decision: PackageResources.add_decision_sql
    case .add_form_arrival: PackageResources.add_form_arrival_sql
    case .add_form_reading: PackageResources.add_form_reading_sql
    case .add_hand_record: PackageResources.add_hand_record_sql
    case .add_message_arrival: PackageResources.add_message_arrival_sql
    case .add_message_content: PackageResources.add_message_content_sql
    case .add_message_piece: PackageResources.add_message_piece_sql
    case .add_person_version: PackageResources.add_person_version_sql
    case .add_profile_task: PackageResources.add_profile_task_sql
    case .add_profile_version: PackageResources.add_profile_version_sql
    case .add_reading_agreement: PackageResources.add_reading_agreement_sql
    case .add_reading_line: PackageResources.add_reading_line_sql
    case .add_reading_topic: PackageResources.add_reading_topic_sql
    case .add_schema_version: PackageResources.add_schema_version_sql
    case .add_school_message: PackageResources.add_school_message_sql
    case .add_school_version: PackageResources.add_school_version_sql
    case .add_task_version: PackageResources.add_task_version_sql
    case .add_trainee_version: PackageResources.add_trainee_version_sql
    case .add_withdrawal: PackageResources.add_withdrawal_sql
    case .add_written_text: PackageResources.add_written_text_sql
    case .agreements_of_reading: PackageResources.agreements_of_reading_sql
    case .all_answers: PackageResources.all_answers_sql
    case .all_bookings: PackageResources.all_bookings_sql
    case .all_corrections: PackageResources.all_corrections_sql
    case .all_decisions: PackageResources.all_decisions_sql
    case .all_form_arrivals: PackageResources.all_form_arrivals_sql
    case .all_form_readings: PackageResources.all_form_readings_sql
    case .all_hand_records: PackageResources.all_hand_records_sql
    case .all_message_arrivals: PackageResources.all_message_arrivals_sql
    case .all_person_versions: PackageResources.all_person_versions_sql
    case .all_profile_tasks: PackageResources.all_profile_tasks_sql
    case .all_profile_versions: PackageResources.all_profile_versions_sql
    case .all_reading_agreements: PackageResources.all_reading_agreements_sql
    case .all_reading_lines: PackageResources.all_reading_lines_sql
    case .all_school_versions: PackageResources.all_school_versions_sql
    case .all_task_versions: PackageResources.all_task_versions_sql
    case .all_trainee_versions: PackageResources.all_trainee_versions_sql
    case .all_withdrawals: PackageResources.all_withdrawals_sql
    case .arrivals_of_form: PackageResources.arrivals_of_form_sql
    case .arrivals_of_message: PackageResources.arrivals_of_message_sql
    case .arrivals_of_participant: PackageResources.arrivals_of_participant_sql
    case .content_of_message: PackageResources.content_of_message_sql
    case .corrections_of_message: PackageResources.corrections_of_message_sql
    case .decisions_of_trainee: PackageResources.decisions_of_trainee_sql
    case .hand_records_of_trainee: PackageResources.hand_records_of_trainee_sql
    case .kept_message: PackageResources.kept_message_sql
    case .lines_of_reading: PackageResources.lines_of_reading_sql
    case .message_names: PackageResources.message_names_sql
    case .participants_of_trainee: PackageResources.participants_of_trainee_sql
    case .reading_source: PackageResources.reading_source_sql
    case .readings_of_participant: PackageResources.readings_of_participant_sql
    case .schema_versions: PackageResources.schema_versions_sql
    case .setting_value: PackageResources.setting_value_sql
    case .texts_of_booking_fact: PackageResources.texts_of_booking_fact_sql
    case .trainees_of_participant: PackageResources.trainees_of_participant_sql
    case .waiting_participants: PackageResources.waiting_participants_sql
    case .withdrawals_of_trainee: PackageResources.withdrawals_of_trainee_sql
    }
  }
}

/// The steps that bring a database to the version that this program knows, in their order.
enum Migration {
  /// The version that this program knows.
  static let newest = scripts.count

  /// The script that makes the list of versions.
  static var start: String { String(decoding: PackageResources.migration_0_sql, as: UTF8.self) }

  /// The scripts of version 1, 2, …
  static let scripts = [PackageResources.migration_1_sql, PackageResources.migration_2_sql].map {
    String(decoding: $0, as: UTF8.self)
  }
}
