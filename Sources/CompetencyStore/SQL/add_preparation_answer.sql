-- Adds one row to preparation_answer.
-- $1 booking, $2 ordinal, $3 conversation_booking, $4 conversation_ordinal, $5 trainee_id, $6 side, $7 question_id
insert into preparation_answer (
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, side, question_id
) values (
  $1, $2, $3, $4, $5, $6, $7
);
