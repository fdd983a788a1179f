-- The salts of the facts of a booking.
-- $1 booking
select ordinal, salt
from fact_salt
where booking = $1
order by ordinal;
