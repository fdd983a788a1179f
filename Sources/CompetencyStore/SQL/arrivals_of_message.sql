-- Every form that came in a message, by each booking that imported it.
-- $1 sender, $2 message_id
select booking, form_id, participant, reading_booking, reading_ordinal
from form_arrival
where sender = $1 and message_id = $2
order by booking, position;
