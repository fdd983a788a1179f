-- Adds one row to wall_task.
-- $1 booking, $2 ordinal
insert into wall_task (
  booking, ordinal
) values (
  $1, $2
);
