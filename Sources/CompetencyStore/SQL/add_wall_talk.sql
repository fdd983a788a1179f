-- Adds one row to wall_talk.
-- $1 booking, $2 ordinal, $3 team
insert into wall_talk (
  booking, ordinal, team
) values (
  $1, $2, $3
);
