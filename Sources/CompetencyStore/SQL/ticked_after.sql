-- Of whom something was said by hand in the bookings after this one, in the order in which they were written.
-- $1 booking number
select
  booking, trainee_id
from hand_record
where booking > $1
order by booking, ordinal;
