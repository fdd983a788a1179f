-- Every row of profile_task, in the order in which they were written.
select
  booking, ordinal, position, task_code, target_level, planned_week
from profile_task
order by booking, ordinal, position;
