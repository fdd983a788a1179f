-- Every row of decision, in the order in which they were written.
select
  booking, ordinal, trainee_id, task_code, level_id, seen_on, said_by_role, sender, verdict
from decision
order by booking, ordinal;
