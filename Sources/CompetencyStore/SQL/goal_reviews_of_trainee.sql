-- The rows of goal_review about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, goal_booking, goal_ordinal, trainee_id, conversation_booking, conversation_ordinal,
  reviewed_on, verdict
from goal_review
where trainee_id = $1
order by booking, ordinal;
