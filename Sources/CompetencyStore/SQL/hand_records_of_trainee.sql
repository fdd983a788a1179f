-- The rows of hand_record about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, task_code, level_id, without_reason, seen_on, seen_by, said_by_role, source
from hand_record
where trainee_id = $1
order by booking, ordinal;
