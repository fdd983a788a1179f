-- Adds one row to withdrawal.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 task_code, $5 to_level, $6 withdrawn_on, $7 withdrawn_by
insert into withdrawal (
  booking, ordinal, trainee_id, task_code, to_level, withdrawn_on, withdrawn_by
) values (
  $1, $2, $3, $4, $5, $6, $7
);
