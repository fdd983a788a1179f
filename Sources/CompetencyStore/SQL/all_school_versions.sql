-- Every row of school_version, in the order in which they were written.
select
  booking, ordinal, school_id, school_name, institution_code, dialect, other_numbers, has_nine_digit_numbers
from school_version
order by booking, ordinal;
