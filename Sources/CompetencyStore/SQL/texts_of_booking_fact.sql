-- The texts that stand beside one fact or reading.
-- $1 booking, $2 ordinal
select position, kind, body
from written_text
where booking = $1 and ordinal = $2
order by position, kind;
