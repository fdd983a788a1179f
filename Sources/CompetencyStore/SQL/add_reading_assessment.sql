-- Adds one row to reading_assessment.
-- $1 booking, $2 ordinal, $3 position, $4 part_written, $5 scale_written, $6 said_by_role, $7 given_on
insert into reading_assessment (
  booking, ordinal, position, part_written, scale_written, said_by_role, given_on
) values (
  $1, $2, $3, $4, $5, $6, $7
);
