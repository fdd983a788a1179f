-- Every arrival of a form about a participant of a sender, with what its message says of itself.
-- $1 sender, $2 participant
select
  a.booking, a.sender, a.message_id, a.position, a.form_id, a.participant, a.held_on, a.form_version, a.reading_booking,
  a.reading_ordinal, m.created_at, m.replaces
from form_arrival a
join school_message m on m.sender = a.sender and m.message_id = a.message_id
where a.sender = $1 and a.participant = $2
order by a.booking, a.message_id, a.position;
