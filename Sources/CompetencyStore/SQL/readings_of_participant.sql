-- What was read from the forms about a participant of a sender.
-- $1 sender, $2 participant
select
  booking, ordinal, sender, form_id, participant, held_on, content_digest, form_kind, trainee_id,
  conversation_minutes, next_conversation, file_name, source_line
from form_reading
where sender = $1 and participant = $2
order by booking, ordinal;
