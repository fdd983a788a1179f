-- Adds one row to form_reading.
-- $1 booking, $2 ordinal, $3 sender, $4 form_id, $5 participant, $6 held_on, $7 content_digest, $8 form_kind,
-- $9 trainee_id, $10 conversation_minutes, $11 next_conversation, $12 file_name, $13 source_line
insert into form_reading (
  booking, ordinal, sender, form_id, participant, held_on, content_digest, form_kind, trainee_id,
  conversation_minutes, next_conversation, file_name, source_line
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
);
