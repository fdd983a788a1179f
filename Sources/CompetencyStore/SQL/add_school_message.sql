-- Adds one row to school_message.
-- $1 sender, $2 message_id, $3 created_at, $4 replaces, $5 content_digest, $6 sender_name, $7 file_name, $8 file_bytes
insert into school_message (
  sender, message_id, created_at, replaces, content_digest, sender_name, file_name, file_bytes
) values (
  $1, $2, $3, $4, $5, $6, $7, $8
);
