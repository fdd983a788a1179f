-- The bookings that erasures changed, with the seals that they would have now, in the order in which that was written.
select resealed, digest
from resealed_booking
order by booking, ordinal;
