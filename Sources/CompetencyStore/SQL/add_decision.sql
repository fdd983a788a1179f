-- Adds one row to decision.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 task_code, $5 level_id, $6 seen_on, $7 said_by_role, $8 sender, $9 verdict
insert into decision (
  booking, ordinal, trainee_id, task_code, level_id, seen_on, said_by_role, sender, verdict
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9
);
