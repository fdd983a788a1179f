-- Adds one row to agreement.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 conversation_booking, $5 conversation_ordinal, $6 owner_id, $7 made_on,
-- $8 due_on, $9 task_code, $10 follows_booking, $11 follows_ordinal, $12 follows_sender, $13 follows_participant,
-- $14 follows_id
insert into agreement (
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, owner_id, made_on, due_on, task_code,
  follows_booking, follows_ordinal, follows_sender, follows_participant, follows_id
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
);
