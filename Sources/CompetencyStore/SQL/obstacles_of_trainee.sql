-- The rows of obstacle about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, first_seen_on, owner_id
from obstacle
where trainee_id = $1
order by booking, ordinal;
