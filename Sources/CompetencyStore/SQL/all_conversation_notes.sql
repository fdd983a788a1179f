-- Every row of conversation_note, in the order in which they were written.
select
  booking, ordinal, conversation_booking, conversation_ordinal, version_booking, version_ordinal, trainee_id,
  note_kind, topic_code, task_code, side
from conversation_note
order by booking, ordinal;
