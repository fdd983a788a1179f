-- Every row of booking, in the order in which they were written.
select
  number, recorded_at, acting_person, account, kind, undoes
from booking
order by number;
