-- Every row of answer, in the order in which they were written.
select
  booking, ordinal, sender, subject, written, meaning, meaning_value, is_remembered
from answer
order by booking, ordinal;
