-- The texts that stand beside one fact or reading; those of a preparation and of a mark are not among them.
-- $1 booking, $2 ordinal
select position, kind, body
from written_text
where booking = $1 and ordinal = $2 and kind <> 'preparation' and kind <> 'assessment'
order by position, kind;
