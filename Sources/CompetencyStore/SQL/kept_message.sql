-- The bytes of one message, as they came.
-- $1 sender, $2 message
select file_bytes from school_message where sender = $1 and message_id = $2;
