-- Adds one row to conversation_event.
-- $1 booking, $2 ordinal, $3 conversation_booking, $4 conversation_ordinal, $5 trainee_id, $6 change_kind, $7 side,
-- $8 happened_on, $9 minutes, $10 is_shared, $11 version_booking, $12 version_ordinal, $13 was_useful
insert into conversation_event (
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, change_kind, side, happened_on,
  minutes, is_shared, version_booking, version_ordinal, was_useful
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
);
