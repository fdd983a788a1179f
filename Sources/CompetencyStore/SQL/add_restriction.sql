-- Adds one row to restriction.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 is_restricted
insert into restriction (
  booking, ordinal, trainee_id, is_restricted
) values (
  $1, $2, $3, $4
);
