-- The rows of conversation_event about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, change_kind, side, happened_on,
  minutes, is_shared, version_booking, version_ordinal, was_useful
from conversation_event
where trainee_id = $1
order by booking, ordinal;
