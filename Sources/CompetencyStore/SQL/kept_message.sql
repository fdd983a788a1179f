-- One piece of the bytes of a message, as they came.
-- $1 sender, $2 message_id, $3 position
select piece_bytes
from message_piece
where sender = $1 and message_id = $2 and position = $3;
