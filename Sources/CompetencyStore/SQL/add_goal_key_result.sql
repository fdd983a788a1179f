-- Adds one row to goal_key_result.
-- $1 booking, $2 ordinal, $3 position, $4 result_kind, $5 task_code, $6 task_count, $7 level_id, $8 due_on
insert into goal_key_result (
  booking, ordinal, position, result_kind, task_code, task_count, level_id, due_on
) values (
  $1, $2, $3, $4, $5, $6, $7, $8
);
