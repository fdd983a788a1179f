-- Every row of conversation_event, in the order in which they were written.
select
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, change_kind, side, happened_on,
  minutes, is_shared, version_booking, version_ordinal, was_useful
from conversation_event
order by booking, ordinal;
