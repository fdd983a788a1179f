-- Adds one row to obstacle.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 conversation_booking, $5 conversation_ordinal, $6 first_seen_on,
-- $7 owner_id
insert into obstacle (
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, first_seen_on, owner_id
) values (
  $1, $2, $3, $4, $5, $6, $7
);
