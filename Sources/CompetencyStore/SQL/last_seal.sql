-- The seal of the newest booking that has one.
select booking, digest
from booking_seal
order by booking desc
limit 1;
