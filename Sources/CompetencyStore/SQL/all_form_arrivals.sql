-- Every row of form_arrival, in the order in which they were written.
select
  booking, sender, message_id, position, form_id, participant, held_on, form_version, reading_booking, reading_ordinal
from form_arrival
order by booking, sender, message_id, position;
