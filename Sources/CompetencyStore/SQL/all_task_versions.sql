-- Every row of task_version, in the order in which they were written.
select
  booking, ordinal, task_code, title, task_group, people_needed, repeat_months, is_safety
from task_version
order by booking, ordinal;
