-- Every row of form_reading, in the order in which they were written.
select
  booking, ordinal, sender, form_id, participant, held_on, content_digest, form_kind, trainee_id,
  conversation_minutes, next_conversation, file_name, source_line
from form_reading
order by booking, ordinal;
