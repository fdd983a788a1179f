-- The rows of conversation_note about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, conversation_booking, conversation_ordinal, version_booking, version_ordinal, trainee_id,
  note_kind, topic_code, task_code, side
from conversation_note
where trainee_id = $1
order by booking, ordinal;
