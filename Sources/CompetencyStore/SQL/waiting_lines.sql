-- The lines that asked something when they arrived.
select
  booking, ordinal, position, source_line, source_path, task_written, task_code, level_written, level_id,
  without_reason, said_by_role, seen_on
from reading_line
where task_code is null or (level_id is null and without_reason is null)
order by booking, ordinal, position;
