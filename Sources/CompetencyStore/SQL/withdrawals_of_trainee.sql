-- The rows of withdrawal about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, trainee_id, task_code, to_level, withdrawn_on, withdrawn_by
from withdrawal
where trainee_id = $1
order by booking, ordinal;
