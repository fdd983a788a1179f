-- The lines of a reading.
-- $1 booking, $2 ordinal
select
  booking, ordinal, position, source_line, source_path, task_written, task_code, level_written, level_id,
  without_reason, said_by_role, seen_on
from reading_line
where booking = $1 and ordinal = $2
order by position;
