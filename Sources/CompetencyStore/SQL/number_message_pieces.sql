-- Numbers the pieces of a message anew.
-- $1 how much less each number is, $2 sender, $3 message_id
update message_piece
set position = position - $1
where sender = $2 and message_id = $3;
