-- Takes the pieces of a message away, up to one of them.
-- $1 sender, $2 message_id, $3 position
delete from message_piece
where sender = $1 and message_id = $2 and position <= $3;
