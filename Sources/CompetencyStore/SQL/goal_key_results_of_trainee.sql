-- The rows of goal_key_result about one trainee's goals, in the order in which they were written.
-- $1 trainee_id
select
  r.booking, r.ordinal, r.position, r.result_kind, r.task_code, r.task_count, r.level_id, r.due_on
from goal g
join goal_key_result r on r.booking = g.booking and r.ordinal = g.ordinal
where g.trainee_id = $1
order by r.booking, r.ordinal, r.position;
