-- Every row of withdrawal, in the order in which they were written.
select
  booking, ordinal, trainee_id, task_code, to_level, withdrawn_on, withdrawn_by
from withdrawal
order by booking, ordinal;
