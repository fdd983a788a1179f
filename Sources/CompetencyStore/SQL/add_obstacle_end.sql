-- Adds one row to obstacle_end.
-- $1 booking, $2 ordinal, $3 obstacle_booking, $4 obstacle_ordinal, $5 trainee_id, $6 ended_on
insert into obstacle_end (
  booking, ordinal, obstacle_booking, obstacle_ordinal, trainee_id, ended_on
) values (
  $1, $2, $3, $4, $5, $6
);
