-- Every row of agreement, in the order in which they were written.
select
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, owner_id, made_on, due_on, task_code,
  follows_booking, follows_ordinal, follows_sender, follows_participant, follows_id
from agreement
order by booking, ordinal;
