-- Adds one row to conversation_note.
-- $1 booking, $2 ordinal, $3 conversation_booking, $4 conversation_ordinal, $5 version_booking, $6 version_ordinal,
-- $7 trainee_id, $8 note_kind, $9 topic_code, $10 task_code, $11 side
insert into conversation_note (
  booking, ordinal, conversation_booking, conversation_ordinal, version_booking, version_ordinal, trainee_id,
  note_kind, topic_code, task_code, side
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
);
