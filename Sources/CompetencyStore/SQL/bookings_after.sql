-- Every row of booking that was written after this number, in the order in which they were written.
select
  number, recorded_at, acting_person, account, kind, undoes
from booking
where number > $1
order by number;
