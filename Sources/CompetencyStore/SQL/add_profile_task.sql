-- Adds one row to profile_task.
-- $1 booking, $2 ordinal, $3 position, $4 task_code, $5 target_level, $6 planned_week
insert into profile_task (
  booking, ordinal, position, task_code, target_level, planned_week
) values (
  $1, $2, $3, $4, $5, $6
);
