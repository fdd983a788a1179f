-- Every row of profile_task_way, in the order in which they were written.
select
  booking, ordinal, position, learning_way
from profile_task_way
order by booking, ordinal, position;
