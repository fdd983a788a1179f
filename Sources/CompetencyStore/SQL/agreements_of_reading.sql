-- The agreements of a reading.
-- $1 booking, $2 ordinal
select
  booking, ordinal, position, agreement_id, owner_role, due_on, agreement_status, task_written, follows
from reading_agreement
where booking = $1 and ordinal = $2
order by position;
