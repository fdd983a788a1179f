-- In which messages a reading came.
-- $1 booking, $2 ordinal
select distinct sender, message_id
from form_arrival
where reading_booking = $1 and reading_ordinal = $2
order by sender, message_id;
