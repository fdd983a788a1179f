-- How a trainee sees what was written, in the order in which it was said.
-- $1 trainee_id
select booking, ordinal, about_booking
from own_view
where trainee_id = $1
order by booking, ordinal;
