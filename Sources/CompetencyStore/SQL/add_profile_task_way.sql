-- Adds one row to profile_task_way.
-- $1 booking, $2 ordinal, $3 position, $4 learning_way
insert into profile_task_way (
  booking, ordinal, position, learning_way
) values (
  $1, $2, $3, $4
);
