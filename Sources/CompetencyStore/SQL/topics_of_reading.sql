-- What a reading says by topic, in the order of the form.
-- $1 booking, $2 ordinal
select
  t.topic_code, t.contributed_by, w.body
from reading_topic t
join written_text w on w.booking = t.booking and w.ordinal = t.ordinal and w.position = t.position and w.kind = 'topic'
where t.booking = $1 and t.ordinal = $2
order by t.position;
