-- The arrivals of all messages that take the place of another.
select b.booking, m.sender, m.message_id, m.created_at, m.replaces
from school_message m
cross join message_arrival b
where m.replaces is not null and b.sender = m.sender and b.message_id = m.message_id
order by b.booking, m.sender, m.message_id;
