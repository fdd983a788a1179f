-- The rows of obstacle_end about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, obstacle_booking, obstacle_ordinal, trainee_id, ended_on
from obstacle_end
where trainee_id = $1
order by booking, ordinal;
