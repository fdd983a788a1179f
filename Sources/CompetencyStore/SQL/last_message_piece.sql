-- The number of the last piece of a message.
-- $1 sender, $2 message_id
select max(position)
from message_piece
where sender = $1 and message_id = $2;
