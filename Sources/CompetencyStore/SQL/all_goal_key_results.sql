-- Every row of goal_key_result, in the order in which they were written.
select
  booking, ordinal, position, result_kind, task_code, task_count, level_id, due_on
from goal_key_result
order by booking, ordinal, position;
