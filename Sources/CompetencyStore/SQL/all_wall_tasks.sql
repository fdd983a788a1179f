-- Every row of wall_task.
select booking, ordinal
from wall_task
order by booking, ordinal;
