-- Adds one row to reading_line.
-- $1 booking, $2 ordinal, $3 position, $4 source_line, $5 source_path, $6 task_written, $7 task_code, $8 level_written,
-- $9 level_id, $10 without_reason, $11 said_by_role, $12 seen_on, $13 task_name_written
insert into reading_line (
  booking, ordinal, position, source_line, source_path, task_written, task_code, level_written, level_id,
  without_reason, said_by_role, seen_on, task_name_written
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
);
