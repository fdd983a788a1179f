-- Every row of goal, in the order in which they were written.
select
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, set_on, priority, follows_booking,
  follows_ordinal
from goal
order by booking, ordinal;
