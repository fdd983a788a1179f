-- Adds one row to task_version.
-- $1 booking, $2 ordinal, $3 task_code, $4 title, $5 task_group, $6 people_needed, $7 repeat_months, $8 is_safety
insert into task_version (
  booking, ordinal, task_code, title, task_group, people_needed, repeat_months, is_safety
) values (
  $1, $2, $3, $4, $5, $6, $7, $8
);
