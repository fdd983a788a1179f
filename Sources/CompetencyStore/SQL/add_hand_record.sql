-- Adds one row to hand_record.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 task_code, $5 level_id, $6 without_reason, $7 seen_on, $8 seen_by,
-- $9 said_by_role, $10 source
insert into hand_record (
  booking, ordinal, trainee_id, task_code, level_id, without_reason, seen_on, seen_by, said_by_role, source
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
);
