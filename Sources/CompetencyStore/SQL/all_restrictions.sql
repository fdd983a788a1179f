-- Whose data may no longer be used, or may again, in the order in which it was said.
select booking, ordinal, trainee_id, is_restricted
from restriction
order by booking, ordinal;
