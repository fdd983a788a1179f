-- Adds one row to trainee_version.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 given_name, $5 name_prefix, $6 family_name, $7 personnel_number, $8 team,
-- $9 profile_id, $10 profile_version, $11 mentor_id, $12 line_manager_id, $13 school_id, $14 student_number,
-- $15 starts_on, $16 expected_end, $17 rhythm, $18 programme, $19 pathway, $20 training_status
insert into trainee_version (
  booking, ordinal, trainee_id, given_name, name_prefix, family_name, personnel_number, team, profile_id,
  profile_version, mentor_id, line_manager_id, school_id, student_number, starts_on, expected_end, rhythm, programme,
  pathway, training_status
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20
);
