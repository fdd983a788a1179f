-- Every row of agreement_event, in the order in which they were written.
select
  booking, ordinal, agreement_booking, agreement_ordinal, sender, participant, agreement_id, trainee_id,
  happened_on, change_kind, moved_to, step_booking, step_ordinal
from agreement_event
order by booking, ordinal;
