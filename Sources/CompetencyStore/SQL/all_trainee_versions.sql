-- Every row of trainee_version, in the order in which they were written.
select
  booking, ordinal, trainee_id, given_name, name_prefix, family_name, personnel_number, team, profile_id,
  profile_version, mentor_id, line_manager_id, school_id, student_number, starts_on, expected_end, rhythm, programme,
  pathway, training_status
from trainee_version
order by booking, ordinal;
