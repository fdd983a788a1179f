-- Every row of obstacle, in the order in which they were written.
select
  booking, ordinal, trainee_id, conversation_booking, conversation_ordinal, first_seen_on, owner_id
from obstacle
order by booking, ordinal;
