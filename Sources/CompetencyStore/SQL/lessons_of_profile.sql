-- What was learned of a profile, in the order in which it was written.
-- $1 profile_id
select
  l.booking, l.ordinal, l.profile_version, w.body
from profile_lesson l
join written_text w on w.booking = l.booking and w.ordinal = l.ordinal and w.kind = 'lesson'
where l.profile_id = $1
order by l.booking, l.ordinal;
