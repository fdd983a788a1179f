-- The rows of agreement about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, owner_id, made_on, due_on, task_code,
  follows_booking, follows_ordinal, follows_sender, follows_participant, follows_id
from agreement
where trainee_id = $1
order by booking, ordinal;
