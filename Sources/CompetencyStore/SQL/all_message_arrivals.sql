-- Every arrival of a message, with what the message says of itself, in the order in which they were written.
select b.booking, b.sender, b.message_id, m.created_at, m.replaces, c.content_digest
from message_arrival b
join school_message m on m.sender = b.sender and m.message_id = b.message_id
join message_content c on c.sender = b.sender and c.message_id = b.message_id
order by b.booking, b.sender, b.message_id;
