-- Adds one row to school_message.
-- $1 sender, $2 message_id, $3 created_at, $4 replaces, $5 sender_name, $6 file_name
insert into school_message (
  sender, message_id, created_at, replaces, sender_name, file_name
) values (
  $1, $2, $3, $4, $5, $6
);
