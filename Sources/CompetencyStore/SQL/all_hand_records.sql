-- Every row of hand_record, in the order in which they were written.
select
  booking, ordinal, trainee_id, task_code, level_id, without_reason, seen_on, seen_by, said_by_role, source
from hand_record
order by booking, ordinal;
