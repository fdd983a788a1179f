-- The rows of decision about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, task_code, level_id, seen_on, said_by_role, sender, verdict
from decision
where trainee_id = $1
order by booking, ordinal;
