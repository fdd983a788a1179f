-- The rows of agreement_event about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, agreement_booking, agreement_ordinal, sender, participant, agreement_id, trainee_id,
  happened_on, change_kind, moved_to, step_booking, step_ordinal
from agreement_event
where trainee_id = $1
order by booking, ordinal;
