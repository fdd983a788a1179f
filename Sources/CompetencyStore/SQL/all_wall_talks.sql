-- Every row of wall_talk, in the order in which they were written.
select booking, ordinal, team
from wall_talk
order by booking, ordinal;
