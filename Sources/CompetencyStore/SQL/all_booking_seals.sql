-- The seals of all bookings.
select booking, digest
from booking_seal
order by booking;
