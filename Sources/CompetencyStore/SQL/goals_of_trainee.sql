-- The rows of goal about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, set_on, priority, follows_booking,
  follows_ordinal
from goal
where trainee_id = $1
order by booking, ordinal;
