-- Adds one row to goal.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 conversation_booking, $5 conversation_ordinal, $6 set_on, $7 priority,
-- $8 follows_booking, $9 follows_ordinal
insert into goal (
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, set_on, priority, follows_booking,
  follows_ordinal
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9
);
