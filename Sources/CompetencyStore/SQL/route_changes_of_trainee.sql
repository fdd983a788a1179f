-- The rows of route_change about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, task_code, changed_on, changed_by, changes_week, planned_week, learning_way
from route_change
where trainee_id = $1
order by booking, ordinal;
