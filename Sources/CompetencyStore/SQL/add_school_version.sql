-- Adds one row to school_version.
-- $1 booking, $2 ordinal, $3 school_id, $4 school_name, $5 institution_code, $6 dialect, $7 other_numbers,
-- $8 has_nine_digit_numbers
insert into school_version (
  booking, ordinal, school_id, school_name, institution_code, dialect, other_numbers, has_nine_digit_numbers
) values (
  $1, $2, $3, $4, $5, $6, $7, $8
);
