-- What was read of the forms of a message.
-- $1 sender, $2 message_id
select distinct reading_booking, reading_ordinal
from form_arrival
where sender = $1 and message_id = $2
order by reading_booking, reading_ordinal;
