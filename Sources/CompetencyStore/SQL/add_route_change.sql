-- Adds one row to route_change.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 task_code, $5 changed_on, $6 changed_by, $7 changes_week, $8 planned_week,
-- $9 learning_way
insert into route_change (
  booking, ordinal, trainee_id, task_code, changed_on, changed_by, changes_week, planned_week, learning_way
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9
);
