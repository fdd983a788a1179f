-- Under which names of senders a trainee is known.
-- $1 trainee_id
select distinct sender, participant
from form_reading
where trainee_id = $1
order by sender, participant;
