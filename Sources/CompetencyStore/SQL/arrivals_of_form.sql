-- Every arrival of a form by its id, with the content that was read.
-- $1 sender, $2 form_id
select a.booking, a.participant, a.held_on, a.reading_booking, a.reading_ordinal, r.content_digest
from form_arrival a
join form_reading r on r.booking = a.reading_booking and r.ordinal = a.reading_ordinal
where a.sender = $1 and a.form_id = $2;
