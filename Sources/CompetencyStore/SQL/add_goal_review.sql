-- Adds one row to goal_review.
-- $1 booking, $2 ordinal, $3 goal_booking, $4 goal_ordinal, $5 trainee_id, $6 conversation_booking,
-- $7 conversation_ordinal, $8 reviewed_on, $9 verdict
insert into goal_review (
  booking, ordinal, goal_booking, goal_ordinal, trainee_id, conversation_booking, conversation_ordinal,
  reviewed_on, verdict
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9
);
