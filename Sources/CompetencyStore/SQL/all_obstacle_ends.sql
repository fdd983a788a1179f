-- Every row of obstacle_end, in the order in which they were written.
select
  booking, ordinal, obstacle_booking, obstacle_ordinal, trainee_id, ended_on
from obstacle_end
order by booking, ordinal;
