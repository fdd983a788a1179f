-- Which trainees a participant of a sender was taken for on arrival.
-- $1 sender, $2 participant
select distinct trainee_id
from form_reading
where sender = $1 and participant = $2 and trainee_id is not null
order by trainee_id;
