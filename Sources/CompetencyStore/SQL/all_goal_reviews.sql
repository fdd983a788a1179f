-- Every row of goal_review, in the order in which they were written.
select
  booking, ordinal, goal_booking, goal_ordinal, trainee_id, conversation_booking, conversation_ordinal,
  reviewed_on, verdict
from goal_review
order by booking, ordinal;
