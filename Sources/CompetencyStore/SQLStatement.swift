/// Every statement that the program runs; the text of each stands in a file of its own in `SQL/`.
///
/// The number of a case is its place among what a session prepared: asking a dictionary for a name takes longer than SQLite
/// takes to bind a row.
enum SQLStatement: Int, CaseIterable {
  case add_agreement
  case add_agreement_event
  case add_answer
  case add_booking
  case add_company_setting
  case add_conversation_event
  case add_conversation_note
  case add_conversation_plan
  case add_decision
  case add_form_arrival
  case add_form_reading
  case add_goal
  case add_goal_key_result
  case add_goal_review
  case add_hand_record
  case add_message_arrival
  case add_message_content
  case add_message_piece
  case add_obstacle
  case add_obstacle_end
  case add_person_version
  case add_preparation_answer
  case add_profile_lesson
  case add_profile_task
  case add_profile_task_way
  case add_profile_version
  case add_reading_agreement
  case add_reading_assessment
  case add_reading_line
  case add_reading_topic
  case add_route_change
  case add_schema_version
  case add_school_message
  case add_school_version
  case add_task_version
  case add_trainee_version
  case add_wall_talk
  case add_wall_task
  case add_withdrawal
  case add_written_text
  case agreement_events_of_trainee
  case agreements_of_reading
  case agreements_of_trainee
  case all_agreement_events
  case all_agreements
  case all_answers
  case all_bookings
  case all_conversation_events
  case all_conversation_notes
  case all_conversation_plans
  case all_corrections
  case all_decisions
  case all_form_arrivals
  case all_form_readings
  case all_goal_key_results
  case all_goal_reviews
  case all_goals
  case all_hand_records
  case all_message_arrivals
  case all_obstacle_ends
  case all_obstacles
  case all_person_versions
  case all_preparation_answers
  case all_profile_task_ways
  case all_profile_tasks
  case all_profile_versions
  case all_reading_agreements
  case all_reading_lines
  case all_route_changes
  case all_school_versions
  case all_task_versions
  case all_trainee_versions
  case all_wall_talks
  case all_wall_tasks
  case all_withdrawals
  case arrivals_of_form
  case arrivals_of_message
  case arrivals_of_participant
  case assessments_of_reading
  case content_of_message
  case conversation_events_of_trainee
  case conversation_notes_of_trainee
  case conversation_plans_of_trainee
  case corrections_of_message
  case decisions_of_trainee
  case goal_key_results_of_trainee
  case goal_reviews_of_trainee
  case goals_of_trainee
  case hand_records_of_trainee
  case kept_message
  case lessons_of_profile
  case lines_of_reading
  case message_names
  case obstacle_ends_of_trainee
  case obstacles_of_trainee
  case participants_of_trainee
  case preparation_answers_of_trainee
  case preparation_words
  case reading_source
  case readings_of_participant
  case route_changes_of_trainee
  case schema_versions
  case setting_value
  case stated_levels
  case texts_of_booking_fact
  case topics_of_reading
  case trainees_of_participant
  case waiting_lines
  case waiting_participants
  case withdrawals_of_trainee

  /// The name of the statement, which is that of its file.
  var name: String { "\(self)" }

  /// The text of the statement, the same for SQLite and PostgreSQL.
  var sql: String { String(decoding: bytes, as: UTF8.self) }
}
