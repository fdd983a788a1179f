-- Every row of reading_line, in the order in which they were written.
select
  booking, ordinal, position, source_line, source_path, task_written, task_code, level_written, level_id,
  without_reason, said_by_role, seen_on
from reading_line
order by booking, ordinal, position;
