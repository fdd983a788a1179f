-- The seal that a booking was given.
-- $1 booking
select digest
from booking_seal
where booking = $1;
