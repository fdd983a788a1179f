-- Every row of route_change, in the order in which they were written.
select
  booking, ordinal, trainee_id, task_code, changed_on, changed_by, changes_week, planned_week, learning_way
from route_change
order by booking, ordinal;
