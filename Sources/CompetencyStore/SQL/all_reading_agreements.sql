-- Every row of reading_agreement, in the order in which they were written.
select
  booking, ordinal, position, agreement_id, owner_role, due_on, agreement_status, task_written, follows
from reading_agreement
order by booking, ordinal, position;
