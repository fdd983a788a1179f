-- The participants of senders about whom a form was read that asked something on arrival.
select distinct r.sender, r.participant
from form_reading r
where r.trainee_id is null
  or exists (
    select 1
    from reading_line l
    where l.booking = r.booking and l.ordinal = r.ordinal
      and (l.task_code is null or (l.level_written is not null and l.level_id is null))
  )
order by r.sender, r.participant;
