-- The levels that roles of the leerbedrijf state in lines that asked nothing, up to a day; the lines of a reading together.
-- $1 day, $2 role, $3 role, $4 role
select booking, ordinal, position, said_by_role, task_code, level_id, seen_on
from reading_line
where task_code is not null and level_id is not null and seen_on <= $1 and said_by_role in ($2, $3, $4)
order by booking, ordinal, position;
