-- Adds one row to profile_lesson.
-- $1 booking, $2 ordinal, $3 profile_id, $4 profile_version, $5 trainee_id
insert into profile_lesson (
  booking, ordinal, profile_id, profile_version, trainee_id
) values (
  $1, $2, $3, $4, $5
);
